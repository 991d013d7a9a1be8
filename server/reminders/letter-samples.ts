import type { CannotData, ReminderData } from './letters.ts';
import type { ReminderFacts } from './reminder-event.ts';

const duty: ReminderFacts = {
  ...{ id: '', assignment: '', roster: '', duty_type: '', person: '' },
  ...{ duty_name: 'Azaan', date: '2027-02-08', person_name: 'Alex Morgan' },
  ...{ start_time: '18:05:00', end_time: '18:20:00', overnight: false },
  ...{ due_at: '2027-02-07T18:00:00Z', status: 'FAILED' },
  reason: 'E-mail: the mailbox is full.',
};

const reminder: ReminderData = {
  ...{ ...duty, late: false },
  second_calendar: { calendar: 'umm_al_qura', offsetDays: 0 },
};

const cannot: CannotData = {
  ...{ ...duty, note: 'I am travelling' },
  stand_ins: [{ name: 'Sam Reed', why: 'free, 1 duty in this roster' }],
};

/** What the previews of their wording are written from. */
export const letterSamples = {
  'duty-reminder': reminder,
  'reminder-failed': duty,
  'duty-cannot': cannot,
};
