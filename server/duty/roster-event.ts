import type { EventName } from '../../contract/events.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { RosterFields } from './roster-store.ts';

type RosterEvent = Extract<EventName, `roster.${string}`>;
type Facts = RosterFields & { id: string };

/** Writes a roster's event: the roster as it stands now, and what else is to be known of it. */
export function recordRoster(
  tx: Tx,
  event: RosterEvent,
  { id, name, start_date, end_date, second_calendar }: Facts,
  facts: Record<string, unknown> = {},
): Promise<string> {
  const roster: Facts = { id, name, start_date, end_date, second_calendar };
  return record(tx, event, id, { roster, ...facts });
}

const sentences: Record<RosterEvent, (name: string) => string> = {
  'roster.created': (name) => `New roster: ${name}`,
  'roster.updated': (name) => `${name} has been changed`,
  'roster.deleted': (name) => `${name} has been deleted`,
};

/** A roster's event, to who watches it and to the whole organisation. */
export const liveRoster: Live = {
  topics: ({ subjectId }) => [`roster:${subjectId}`, 'organisation'],
  present({ event, data }, { by }) {
    if (!may(by, 'roster.read')) return null;
    const roster = data.roster as Facts;
    return { message: sentences[event as RosterEvent](roster.name), ...data };
  },
};
