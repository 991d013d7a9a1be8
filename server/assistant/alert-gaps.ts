import type { UncoveredWindow } from '../../contract/assistant/gap.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { addDays, dateAt } from '../timeline/module.ts';
import { findGaps } from './find-gaps.ts';
import type { GapAlert } from './gap-letters.ts';

const daysAhead = 14;

/** The gaps of today and the 13 days after it. */
export async function findGapsAhead(read: Read): Promise<UncoveredWindow[]> {
  const today = dateAt(read.now, read.tenant.timeZone);
  return findGaps(read, today, addDays(today, daysAhead - 1));
}

/** Tells the admins of the gaps ahead: each gap once a day, all of a day in one letter. */
export async function alertGaps(tx: Tx): Promise<void> {
  const gaps = await noticed(tx, await findGapsAhead(tx));
  const entries: string[] = [];
  for (const { schedule_period, ...gap } of gaps) {
    entries.push(await record(tx, 'coverage.alert', schedule_period, { kind: 'gap', ...gap }));
  }
  const [entry] = entries;
  if (!entry) return;
  const letter: GapAlert = { gaps, text: null };
  await queueMessage(tx, entry, 'gap-alert', await findAdmins(tx), letter);
}

/** Notes that these gaps are told today; those that were not noted before. */
async function noticed(tx: Tx, gaps: UncoveredWindow[]): Promise<UncoveredWindow[]> {
  if (gaps.length === 0) return [];
  const notices = gaps.map((gap) => ({
    organisation_id: tx.tenant.id,
    date: gap.date,
    window_slug: gap.window,
    day: dateAt(tx.now, tx.tenant.timeZone),
    told_at: tx.now.toString(),
  }));
  const noted = await tx.db
    .insertInto('gap_notice')
    .values(notices)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['date', 'window_slug'])
    .execute();
  const isNew = new Set(noted.map((row) => `${row.date} ${row.window_slug}`));
  return gaps.filter((gap) => isNew.has(`${gap.date} ${gap.window}`));
}
