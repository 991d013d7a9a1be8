import { type DutyFacts, type DutyRow, dutyFacts } from '../duty/module.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import type { RequestRow } from './request-store.ts';

/** Tells the other admins that an unlock waits for one of them. */
export async function tellAsked(
  tx: Tx,
  entry: string,
  reason: string,
  duties: readonly DutyRow[],
): Promise<void> {
  const others = (await findAdmins(tx)).filter(({ personId }) => personId !== tx.by?.personId);
  const data: LetterData = { ...dataOf(tx, reason, duties), message: '', approved: false };
  await queueMessage(tx, entry, 'unlock-requested', others, data);
}

/** Tells who asked what became of it. */
export async function tellDecided(
  tx: Tx,
  entry: string,
  row: RequestRow,
  duties: readonly DutyRow[],
  decision: { approved: boolean; message: string },
): Promise<void> {
  const asker = { personId: row.requested_by, email: row.requested_by_email };
  const data: LetterData = { ...dataOf(tx, row.reason, duties), ...decision };
  await queueMessage(tx, entry, 'unlock-decided', [asker], data);
}

function dataOf(tx: Tx, reason: string, duties: readonly DutyRow[]) {
  return { reason, duties: duties.map(dutyFacts), by: tx.by?.fullName ?? 'Callboard' };
}

/** What is kept with a letter about an unlock that was asked for. */
export type LetterData = {
  reason: string;
  duties: DutyFacts[];
  by: string;
  message: string;
  approved: boolean;
};

function letter(write: (data: LetterData, context: LetterContext) => Letter) {
  return (data: Record<string, unknown>, context: LetterContext) =>
    write(data as LetterData, context);
}

/** The letters of unlocks that need a second admin. */
export const unlockLetters = {
  'unlock-requested': letter(({ reason, duties, by }, { link }) => ({
    subject: `To approve: ${by} wants to unlock ${countOf(duties)}`,
    opening: `${by} asks for an unlock that needs a second admin. Nobody is off yet.`,
    facts: [...factsOf(duties), ['Reason', reason]],
    button: { label: 'Decide', url: link('/unlocks') },
  })),
  'unlock-decided': letter(({ reason, duties, by, message, approved }, { link }) => ({
    subject: approved ? `Unlocked: ${countOf(duties)}` : `Not unlocked: ${countOf(duties)}`,
    opening: approved
      ? `${by} approved the unlock that you asked for. It is done.`
      : `${by} did not approve the unlock that you asked for. Everyone keeps their duty.`,
    facts: [
      ...factsOf(duties),
      ['Reason', reason],
      ...(message ? [['Answer', message] as [string, string]] : []),
    ],
    button: { label: 'See the requests', url: link('/unlocks') },
  })),
} satisfies Templates;

function countOf(duties: readonly DutyFacts[]): string {
  const [first] = duties;
  if (duties.length !== 1 || !first) return `${duties.length} duties`;
  return `${first.person_name}, ${first.duty_name} on ${first.date}`;
}

function factsOf(duties: readonly DutyFacts[]): [string, string][] {
  return duties.map((duty) => [
    duty.person_name,
    `${duty.duty_name}, ${duty.date}, ${duty.start_time.slice(0, 5)}–${duty.end_time.slice(0, 5)}`,
  ]);
}
