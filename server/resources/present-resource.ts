import { may } from '../../contract/identity/permissions.ts';
import type { BookingSettings } from '../../contract/resources/booking-settings.ts';
import type { OwnSettings } from '../../contract/resources/own-settings.ts';
import type { Resource } from '../../contract/resources/resource.ts';
import type { Actor } from '../platform/scope.ts';
import type { ResourceRow } from './resource-store.ts';
import { settingNames, settingsFor } from './settings.ts';

/** A resource with its own settings and those that hold for it. */
export function presentResource(
  row: ResourceRow,
  organisation: BookingSettings,
  by: Actor,
): Resource {
  const own = ownSettingsOf(row);
  const edit = may(by, 'resource.change');
  return {
    id: row.id,
    name: row.name,
    colour: row.colour,
    capacity: row.capacity,
    occupies_person: row.occupies_person,
    is_default: row.is_default,
    price: priceOf(row),
    own_settings: own,
    settings: settingsFor(own, organisation),
    created_at: row.created_at,
    updated_at: row.updated_at,
    version: row.version,
    can: { edit, delete: edit && !row.is_default },
  };
}

/** What of the settings a resource has of its own. */
export function ownSettingsOf(row: OwnSettings): OwnSettings {
  return Object.fromEntries(settingNames.map((name) => [name, row[name]])) as OwnSettings;
}

/** What it costs per hour, if anything. */
export function priceOf({
  price_per_hour,
  currency,
}: Pick<ResourceRow, 'price_per_hour' | 'currency'>): Resource['price'] {
  return price_per_hour !== null && currency !== null
    ? { per_hour: price_per_hour, currency }
    : null;
}
