import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';
import { clocksIn } from './clocks.ts';
import type { ReminderRow } from './reminder-store.ts';

/** What the journal keeps of a reminder; letters and live events are made from it. */
export function reminderFacts(row: ReminderRow) {
  return {
    id: row.id,
    assignment: row.assignment_id,
    roster: row.roster_id,
    duty_type: row.duty_type_id,
    duty_name: row.duty_name,
    date: row.date,
    ...clocksIn(row),
    person: row.person_id,
    person_name: row.person_name,
    due_at: row.due_at,
    status: row.status,
    reason: row.reason,
  };
}

export type ReminderFacts = ReturnType<typeof reminderFacts>;

/** The topic on which who looks after reminders hears of them. */
export const remindersTopic = 'reminders';

const sentences: Record<string, (reminder: ReminderFacts) => string> = {
  'reminder.due': ({ person_name, duty_name }) => `${person_name} is reminded of ${duty_name}`,
  'reminder.sent': ({ person_name, duty_name }) => `${person_name} was reminded of ${duty_name}`,
  'reminder.failed': ({ person_name, duty_name }) =>
    `${person_name} could not be reminded of ${duty_name}`,
  'reminder.retried': ({ person_name, duty_name }) =>
    `${person_name} is reminded of ${duty_name} once more`,
  'reminder.dealt_with': ({ person_name, duty_name }) =>
    `Dealt with: ${person_name} and ${duty_name}`,
};

/** A reminder’s event, for who looks after reminders. */
export const liveReminder: Live = {
  topics: () => [remindersTopic],
  present({ event, data }, { by }) {
    if (!may(by, 'reminder.read')) return null;
    const reminder = data.reminder as ReminderFacts;
    return { message: sentences[event]?.(reminder) ?? '', reminder };
  },
};
