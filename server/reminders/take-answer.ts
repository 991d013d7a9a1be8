import type { DutyAnswer } from '../../contract/reminders/reminder.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { reminderFacts } from './reminder-event.ts';
import { type ReminderRow, updateReminder } from './reminder-store.ts';

/** Finds up to three people who could take a duty over, best first, with why in words. */
export type FindStandIns = (
  read: Read,
  assignmentId: string,
) => Promise<{ name: string; why: string }[]>;

/**
 * Takes what the holder says of their duty; the row is locked by the caller. The same said twice is said
 * once. Of “I can’t” the admins are told, with who could stand in.
 */
export async function takeAnswer(
  tx: Tx,
  findStandIns: FindStandIns,
  row: ReminderRow,
  { answer, note, byLink }: { answer: DutyAnswer; note: string; byLink: boolean },
): Promise<ReminderRow> {
  if (row.answer === answer && row.answer_note === note) return row;
  const answered_at = tx.now.toString();
  const changed = await updateReminder(tx, row, { answer, answer_note: note, answered_at });
  const facts = reminderFacts(changed);
  const said = { reminder: facts, answer, note, by_link: byLink };
  const entry = await record(tx, 'duty.answered', row.assignment_id, said);
  if (answer === 'no') {
    const stand_ins = await findStandIns(tx, row.assignment_id);
    const data = { ...facts, note, stand_ins };
    await queueMessage(tx, entry, 'duty-cannot', await findAdmins(tx), data, row.starts_at);
  }
  return changed;
}
