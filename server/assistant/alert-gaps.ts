import type { UncoveredWindow } from '../../contract/assistant/gap.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { type App, read } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import type { Read, Tenant, Tx } from '../platform/scope.ts';
import { addDays, dateAt } from '../timeline/module.ts';
import { findGaps } from './find-gaps.ts';
import type { GapAlert } from './gap-letters.ts';
import { askModel } from './model.ts';
import { gapsForModel } from './model-facts.ts';

const daysAhead = 14;

/** The gaps of today and the 13 days after it. */
async function findGapsAhead(read: Read): Promise<UncoveredWindow[]> {
  const today = dateAt(read.now, read.tenant.timeZone);
  return findGaps(read, today, addDays(today, daysAhead - 1));
}

type Written = { gaps: string; text: string };

/**
 * Has the model write about the gaps, if there is one, before any transaction; what it returns tells
 * the admins. When gaps changed meanwhile, what the model wrote is not used.
 */
export async function prepareAlert(app: App, tenant: Tenant) {
  const written = app.config.openAi ? await writeText(app, tenant) : null;
  return (tx: Tx) => alertGaps(tx, written);
}

async function writeText(app: App, tenant: Tenant): Promise<Written | null> {
  const gaps = await read(app, tenant, findGapsAhead);
  if (gaps.length === 0) return null;
  const text = await askModel(app, whatToWrite, gapsForModel(gaps));
  return text ? { gaps: JSON.stringify(gaps), text } : null;
}

const whatToWrite =
  'Which of these gaps are the most urgent, and whom would you ask first for each, and why?';

/** Tells the admins of the gaps ahead: each gap once a day, all of a day in one letter. */
async function alertGaps(tx: Tx, written: Written | null): Promise<void> {
  const gaps = await noticed(tx, await findGapsAhead(tx));
  const [entry] = await Promise.all(
    gaps.map(({ schedule_period, ...gap }) =>
      record(tx, 'coverage.alert', schedule_period, { kind: 'gap', ...gap }),
    ),
  );
  if (!entry) return;
  const fits = written?.gaps === JSON.stringify(gaps);
  const letter: GapAlert = { gaps, text: fits ? written.text : null };
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
