import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';
import { recordAll } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { remindersTopic } from '../reminders/module.ts';
import type { DutyRow } from './duty-store.ts';
import { clocksOfDuty } from './present-duty.ts';

type DutyEvent = 'duty.assigned' | 'duty.unlocked' | 'duty.noted';

/** What the journal and the unlock log keep of an assignment; letters and live events are made from it. */
export function dutyFacts(row: DutyRow) {
  return {
    id: row.id,
    roster: row.roster_id,
    roster_name: row.roster_name,
    date: row.date,
    duty_type: row.duty_type_id,
    duty_name: row.duty_name,
    seat: row.seat,
    person: row.person_id,
    person_name: row.person_name,
    ...clocksOfDuty(row),
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    assigned_by: row.assigned_by,
    assigned_by_name: row.assigned_by_name,
    assigned_at: row.assigned_at,
  };
}

export type DutyFacts = ReturnType<typeof dutyFacts>;

/** Writes one event about assignments, each as it stands now; the ids of the entries in their order. */
export function recordDuties(
  tx: Tx,
  event: DutyEvent,
  rows: readonly DutyRow[],
  factsOf: (row: DutyRow) => Record<string, unknown> = () => ({}),
): Promise<string[]> {
  const entries = rows.map((row) => ({
    subjectId: row.id,
    data: { duty_assignment: dutyFacts(row), ...factsOf(row) },
  }));
  return recordAll(tx, event, entries);
}

const sentences: Record<DutyEvent, (duty: DutyFacts) => string> = {
  'duty.assigned': (duty) => `${duty.person_name}: ${duty.duty_name} on ${duty.date}`,
  'duty.unlocked': (duty) => `${duty.person_name} is off ${duty.duty_name} on ${duty.date}`,
  'duty.noted': (duty) => `Note on ${duty.duty_name} on ${duty.date}`,
};

/**
 * An assignment's event on `roster:<id>`, so that two admins see the same grid; why someone was taken
 * off and what was noted only to that person and to who unlocks.
 */
export const liveDuty: Live = {
  topics: ({ data }) => [
    `roster:${(data.duty_assignment as DutyFacts).roster}`,
    // A reminder is made with it, and cancelled with it.
    remindersTopic,
  ],
  present({ event, data }, { by }) {
    if (!may(by, 'duty.read')) return null;
    const duty = data.duty_assignment as DutyFacts;
    const message = sentences[event as DutyEvent](duty);
    const sees = may(by, 'duty.unlock') || duty.person === by.personId;
    if (sees) return { message, ...data };
    return event === 'duty.noted' ? null : { message, duty_assignment: duty };
  },
};
