import type { EventName } from '../../contract/events.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { DutyTypeFields } from './duty-type-store.ts';

type DutyTypeEvent = Extract<EventName, `duty_type.${string}`>;
type Facts = DutyTypeFields & { id: string };

/** What the journal keeps of a duty type. */
function factsOf(row: Facts): Facts {
  const { id, name, start_time, end_time, overnight, sun_event, sun_offset_minutes } = row;
  const { sun_minutes, people, colour, position, active } = row;
  const times = { start_time, end_time, overnight, sun_event, sun_offset_minutes, sun_minutes };
  return { id, name, ...times, people, colour, position, active };
}

/** Writes a duty type's event: as it stands now, and what else is to be known. */
export function recordDutyType(
  tx: Tx,
  event: DutyTypeEvent,
  row: Facts,
  facts: Record<string, unknown> = {},
): Promise<string> {
  return record(tx, event, row.id, { duty_type: factsOf(row), ...facts });
}

const sentences: Record<DutyTypeEvent, (name: string) => string> = {
  'duty_type.created': (name) => `New duty: ${name}`,
  'duty_type.updated': (name) => `${name} has been changed`,
  'duty_type.deleted': (name) => `${name} is no longer done`,
};

/** A duty type's event, to the whole organisation: whoever looks at a roster looks again. */
export const liveDutyType: Live = {
  topics: () => ['organisation'],
  present({ event, data }, { by }) {
    if (!may(by, 'roster.read')) return null;
    const row = data.duty_type as Facts;
    return { message: sentences[event as DutyTypeEvent](row.name), ...data };
  },
};
