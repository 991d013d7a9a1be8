import type { EventName } from '../../contract/events.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { speaksFor } from './policy.ts';

type AbsenceEvent = Extract<EventName, `absence.${string}`>;
type Facts = { person: string; person_name: string; starts_at: string; ends_at: string };

/** Writes an absence's event. The reason may be about health: the journal can't forget, so it is not told. */
export function recordAbsence(
  tx: Tx,
  event: AbsenceEvent,
  id: string,
  facts: Facts,
): Promise<string> {
  return record(tx, event, id, { absence: { id, ...facts } });
}

const sentences: Record<AbsenceEvent, string> = {
  'absence.added': 'will be away.',
  'absence.cancelled': 'is not away after all.',
};

/** Absences are told to whose they are and to those who may change people. */
export const liveAbsence: Live = {
  topics: () => ['organisation'],
  present({ event, data }, { by }) {
    const absence = data.absence as Facts & { id: string };
    if (!speaksFor(by, absence.person)) return null;
    return { message: `${absence.person_name} ${sentences[event as AbsenceEvent]}`, absence };
  },
};
