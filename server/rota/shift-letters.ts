import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { shiftFacts } from './shift-event.ts';
import type { ShiftRow } from './shift-row.ts';

/** Tells a shift's person, unless they did it themself. */
export async function tellPerson(
  tx: Tx,
  entry: string,
  template: keyof typeof shiftLetters & string,
  row: ShiftRow,
): Promise<void> {
  if (row.person_id === tx.by?.personId) return;
  const recipient = { personId: row.person_id, email: row.person_email };
  await queueMessage(tx, entry, template, [recipient], letterData(tx, row), row.starts_at);
}

/** Tells the admins of a new request, but not the one who made it. */
export async function tellAdmins(tx: Tx, entry: string, row: ShiftRow): Promise<void> {
  const admins = await findAdmins(tx);
  const others = admins.filter((admin) => admin.personId !== tx.by?.personId);
  await queueMessage(tx, entry, 'shift-requested', others, letterData(tx, row), row.starts_at);
}

function letterData(tx: Tx, row: ShiftRow): LetterData {
  return {
    ...shiftFacts(row),
    pa_email: row.person_email,
    reason: row.decision_reason ?? '',
    decided_by: tx.by?.fullName ?? 'Callboard',
  };
}

/** What is kept with a letter about a shift. */
export type LetterData = ReturnType<typeof shiftFacts> & {
  pa_email: string;
  reason: string;
  decided_by: string;
};

function letter(write: (shift: LetterData, context: LetterContext) => Letter) {
  return (data: Record<string, unknown>, context: LetterContext) =>
    write(data as LetterData, context);
}

/** The letters of the rota; data is the shift as it stood when the letter was queued. */
export const shiftLetters = {
  'shift-requested': letter((shift, { link }) => ({
    subject: `Shift request: ${shift.pa_name}, ${whenOf(shift)}`,
    opening: `${shift.pa_name} asks for a shift. It waits for a decision.`,
    facts: [['Who', `${shift.pa_name} (${shift.pa_email})`], ...facts(shift)],
    button: { label: 'Open the queue', url: link('/queue') },
  })),
  'shift-approved': letter((shift, { link }) => ({
    subject: `Approved: your shift on ${whenOf(shift)}`,
    opening: `${shift.decided_by} approved your shift. It is on the schedule.`,
    facts: facts(shift),
    button: { label: 'See my schedule', url: link('/my-schedule') },
  })),
  'shift-rejected': letter((shift, { link }) => ({
    subject: `Not approved: your request for ${whenOf(shift)}`,
    opening: `${shift.decided_by} did not approve your request.`,
    facts: [...facts(shift), ['Reason', shift.reason]],
    button: { label: 'Ask for another shift', url: link('/calendar') },
  })),
  'shift-updated': letter((shift, { link }) => ({
    subject: `Changed: your shift is now ${whenOf(shift)}`,
    opening: `${shift.decided_by} changed your shift.`,
    facts: facts(shift),
    button: { label: 'See my schedule', url: link('/my-schedule') },
  })),
  'shift-deleted': letter((shift, { link }) => ({
    subject: `Cancelled: your shift on ${whenOf(shift)}`,
    opening: `${shift.decided_by} cancelled your shift. You are not on.`,
    facts: facts(shift),
    button: { label: 'See my schedule', url: link('/my-schedule') },
  })),
} satisfies Templates;

/** `Fri, 20 November 2026, 06:00–09:00`. */
export function whenOf(shift: Pick<LetterData, 'date' | 'start_time' | 'end_time' | 'overnight'>) {
  return `${longDate(shift.date)}, ${times(shift)}`;
}

// Made once: making a format costs more than all the rest of a letter.
const longDates = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `Fri, 20 November 2026`. */
export function longDate(date: string): string {
  return longDates.format(Temporal.PlainDate.from(date));
}

/** `22:00–06:00 (next day)`. */
export function times({
  start_time,
  end_time,
  overnight,
}: Pick<LetterData, 'start_time' | 'end_time' | 'overnight'>): string {
  return `${start_time.slice(0, 5)}–${end_time.slice(0, 5)}${overnight ? ' (next day)' : ''}`;
}

function facts(shift: LetterData): [string, string][] {
  return [
    ['Date', longDate(shift.date)],
    ['Time', times(shift)],
    ['Hours', shift.duration_hours],
    ['Period', shift.schedule_period_name],
    ...(shift.notes ? ([['Notes', shift.notes]] as [string, string][]) : []),
  ];
}
