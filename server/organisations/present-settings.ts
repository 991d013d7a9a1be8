import { may } from '../../contract/identity/permissions.ts';
import { systems } from '../../contract/identity/systems.ts';
import type { OrganisationSettings } from '../../contract/organisations/organisation.ts';
import { isLastOwner } from '../identity/module.ts';
import type { View } from '../platform/scope.ts';
import type { SettingsRow } from './settings-store.ts';

/** The settings as the API shows them. */
export async function presentSettings(
  view: View,
  { systems_off: off, ...settings }: SettingsRow,
): Promise<OrganisationSettings> {
  const { by, tenant } = view;
  return {
    id: tenant.id,
    ...settings,
    systems: systems.filter((system) => !off.includes(system)),
    can: {
      change: may(by, 'organisation.change'),
      leave: !(await isLastOwner(view, by.personId)),
    },
  };
}
