import { queueMessage } from '../inbox/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { type DutyFacts, dutyFacts } from './duty-event.ts';
import type { DutyRow } from './duty-store.ts';

/** An assignment with the journal entry that told of it. */
export type Told = { row: DutyRow; entry: string };

/** Tells people which duties they have now: one letter each, however many they were given at once. */
export async function tellAssigned(tx: Tx, told: readonly Told[]): Promise<void> {
  await tellEach(tx, 'duty-assigned', told, {});
}

/** Tells people which duties they no longer have, and why. */
export async function tellUnlocked(tx: Tx, told: readonly Told[], reason: string): Promise<void> {
  await tellEach(tx, 'duty-unlocked', told, { reason });
}

/** Tells someone that a duty of theirs is another one now, and why. */
export async function tellMoved(tx: Tx, now: Told, before: DutyRow, reason: string): Promise<void> {
  await tellEach(tx, 'duty-moved', [now], { before: dutyFacts(before), reason });
}

async function tellEach(
  tx: Tx,
  template: keyof typeof dutyLetters & string,
  told: readonly Told[],
  facts: { reason?: string; before?: DutyFacts },
): Promise<void> {
  const others = told.filter(({ row }) => row.person_id !== tx.by?.personId);
  const people = [...Map.groupBy(others, ({ row }) => row.person_id).values()];
  await Promise.all(
    people.map(async (own) => {
      const sorted = own.toSorted((a, b) => (a.row.starts_at < b.row.starts_at ? -1 : 1));
      const [first] = sorted;
      if (!first) return;
      const { person_id: personId, person_email: email, starts_at } = first.row;
      const duties = sorted.map(({ row }) => dutyFacts(row));
      const data: LetterData = { duties, by: tx.by?.fullName ?? 'Callboard', ...facts };
      await queueMessage(tx, first.entry, template, [{ personId, email }], data, starts_at);
    }),
  );
}

/** What is kept with a letter about duties. */
export type LetterData = {
  duties: DutyFacts[];
  by: string;
  reason?: string;
  before?: DutyFacts;
};

function letter(write: (data: LetterData, context: LetterContext) => Letter) {
  return (data: Record<string, unknown>, context: LetterContext) =>
    write(data as LetterData, context);
}

/** The letters of duties; data is the assignments as they stood when the letter was queued. */
export const dutyLetters = {
  'duty-assigned': letter(({ duties, by }, { link }) => ({
    subject: `Your duty: ${subjectOf(duties)}`,
    opening:
      duties.length === 1
        ? `${by} put you on a duty.`
        : `${by} put you on ${duties.length} duties.`,
    facts: factsOf(duties),
    paragraphs: ['You are reminded before each. If you can’t, tell whoever plans the roster.'],
    button: { label: 'See the roster', url: link(`/duty/${duties[0]?.roster ?? ''}`) },
  })),
  'duty-unlocked': letter(({ duties, by, reason = '' }, { link }) => ({
    subject: `Off duty: ${subjectOf(duties)}`,
    opening:
      duties.length === 1
        ? `${by} took you off a duty. You are not on.`
        : `${by} took you off ${duties.length} duties. You are not on.`,
    facts: [...factsOf(duties), ['Reason', reason]],
    button: { label: 'See the roster', url: link(`/duty/${duties[0]?.roster ?? ''}`) },
  })),
  'duty-moved': letter(({ duties, by, before, reason = '' }, { link }) => ({
    subject: `Moved: your duty is now ${subjectOf(duties)}`,
    opening: `${by} moved a duty of yours.`,
    facts: [
      ...(before ? ([['Before', lineOf(before)]] as [string, string][]) : []),
      ...duties.map((duty): [string, string] => ['Now', lineOf(duty)]),
      ['Reason', reason],
    ],
    button: { label: 'See the roster', url: link(`/duty/${duties[0]?.roster ?? ''}`) },
  })),
} satisfies Templates;

const namedMax = 60;

function subjectOf(duties: readonly DutyFacts[]): string {
  const [first] = duties;
  if (!first) return '';
  const more = duties.length > 1 ? ` and ${duties.length - 1} more` : '';
  return `${first.duty_name}, ${longDate(first.date)}${more}`;
}

function factsOf(duties: readonly DutyFacts[]): [string, string][] {
  const [first] = duties;
  const named = duties.slice(0, namedMax).map((duty): [string, string] => ['Duty', lineOf(duty)]);
  const more = duties.length - named.length;
  return [
    ...named,
    ...(more > 0 ? ([['More', `and ${more} more`]] as [string, string][]) : []),
    ['Roster', first?.roster_name ?? ''],
  ];
}

/** `Azaan, Fri, 20 November 2026, 18:05–18:20`. */
function lineOf(duty: DutyFacts): string {
  const times = `${duty.start_time.slice(0, 5)}–${duty.end_time.slice(0, 5)}`;
  return `${duty.duty_name}, ${longDate(duty.date)}, ${times}${duty.overnight ? ' (next day)' : ''}`;
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
