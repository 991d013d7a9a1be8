import type { SecondCalendarChoice } from '../../contract/calendar/second-calendar.ts';
import { showSecondDate } from '../../contract/calendar/show-second-date.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import { answerPurpose } from './answer-token.ts';
import type { ReminderFacts } from './reminder-event.ts';

/** What is kept with a reminder. */
export type ReminderData = ReminderFacts & { late: boolean; second_calendar: SecondCalendarChoice };

/** What is kept with the letter that someone can't. */
export type CannotData = ReminderFacts & {
  note: string;
  stand_ins: { name: string; why: string }[];
};

function letter<D>(write: (data: D, context: LetterContext) => Letter) {
  return (data: Record<string, unknown>, context: LetterContext) => write(data as D, context);
}

/** The letters of reminders. */
export const reminderLetters = {
  'duty-reminder': letter<ReminderData>((duty, { link, token, language, recipientName }) => ({
    subject: `Reminder: ${duty.duty_name}, ${longDate(duty.date)}`,
    short: `${duty.duty_name}, ${longDate(duty.date)}, ${times(duty)}. Can you? Say so here:`,
    opening: duty.late ? 'This reminder comes late. You have a duty.' : 'You have a duty.',
    facts: [
      ['Duty', duty.duty_name],
      ['Date', dates(duty, language)],
      ['Time', times(duty)],
    ],
    paragraphs: ['Say that you’re on it, or that you can’t: one tap, without a log-in.'],
    button: { label: 'Answer', url: link(`/api/duty-answers/${token(answerPurpose, duty.id)}`) },
    whatsApp: {
      template: 'duty_reminder',
      parameters: [recipientName, duty.duty_name, `${longDate(duty.date)}, ${times(duty)}`],
    },
  })),
  'reminder-failed': letter<ReminderFacts>((duty, { link }) => ({
    subject: `Not reminded: ${duty.person_name}, ${duty.duty_name} on ${longDate(duty.date)}`,
    opening: `${duty.person_name} could not be reminded of a duty. Call them, or find someone else.`,
    facts: [['Who', duty.person_name], ...dutyFacts(duty), ['Why', duty.reason]],
    button: { label: 'Open the reminders', url: link('/reminders') },
  })),
  'duty-cannot': letter<CannotData>((duty, { link }) => ({
    subject: `Can’t: ${duty.person_name}, ${duty.duty_name} on ${longDate(duty.date)}`,
    opening: `${duty.person_name} can’t do a duty and still has it: unlock it and find someone else.`,
    facts: [
      ...dutyFacts(duty),
      ...(duty.note ? ([['Note', duty.note]] as [string, string][]) : []),
      ...duty.stand_ins.map(({ name, why }): [string, string] => [
        'Could stand in',
        `${name} (${why})`,
      ]),
      ...(duty.stand_ins.length === 0
        ? ([['Could stand in', 'Nobody is free.']] as [string, string][])
        : []),
    ],
    button: { label: 'Open the roster', url: link(`/duty/${duty.roster}`) },
  })),
} satisfies Templates;

function dutyFacts(duty: ReminderFacts): [string, string][] {
  return [
    ['Duty', duty.duty_name],
    ['Date', longDate(duty.date)],
    ['Time', times(duty)],
  ];
}

function dates(
  { date, second_calendar }: ReminderData,
  language: string | null | undefined,
): string {
  const second = showSecondDate(date, second_calendar, language ?? 'en-GB');
  return second ? `${longDate(date)} · ${second}` : longDate(date);
}

// Made once: making a format costs more than all the rest of a letter.
const longDates = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

function longDate(date: string): string {
  return longDates.format(Temporal.PlainDate.from(date));
}

function times({ start_time, end_time, overnight }: ReminderFacts): string {
  return `${start_time.slice(0, 5)}–${end_time.slice(0, 5)}${overnight ? ' (next day)' : ''}`;
}
