import { may } from '../../contract/identity/permissions.ts';
import type { DutyAnswer } from '../../contract/reminders/reminder.ts';
import type { Live } from '../platform/hub.ts';
import { answerWords } from './reminder.ts';
import { type ReminderFacts, remindersTopic } from './reminder-event.ts';

/** An answer, for who plans the roster and for who gave it. */
export const liveAnswer: Live = {
  topics: ({ data }) => [remindersTopic, `roster:${(data.reminder as ReminderFacts).roster}`],
  present({ data }, { by }) {
    const reminder = data.reminder as ReminderFacts;
    if (!may(by, 'duty.assign') && reminder.person !== by.personId) return null;
    const said = answerWords[data.answer as DutyAnswer];
    const message = `${reminder.person_name} on ${reminder.duty_name}: ${said}`;
    return { message, reminder, answer: data.answer, note: data.note };
  },
};
