import { type Kysely, sql } from 'kysely';
import type { App } from '../platform/app.ts';
import type { Tables } from '../platform/tables.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import type { OptOutWord } from './opt-out-words.ts';

type Db = { db: Kysely<Tables> };
type Source = Tables['opt_out']['source'];

/**
 * No text goes to this number any more, from any organisation: they share the number it comes from.
 * Returns whether that is new. Belongs to no organisation, and is written at once.
 */
export async function optOut(
  { db }: Db,
  number: string,
  at: Temporal.Instant,
  source: Source,
): Promise<boolean> {
  const begun = await db
    .insertInto('opt_out')
    .values({ number, began_at: at.toString(), source, ended_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return begun !== undefined;
}

/**
 * Does what a word of the carriers' asks, as of `at`; heeding it twice does nothing more. Returns whether
 * anything changed, so that it is confirmed once.
 */
export async function heedWord(
  app: App,
  number: string,
  word: OptOutWord,
  channel: 'sms' | 'whatsapp',
  at: Temporal.Instant,
): Promise<boolean> {
  if (!/^\+[1-9]\d{4,14}$/.test(number)) return false;
  if (word === 'HELP') return true;
  return unsafeAcrossTenants(app.systemPool, (db) =>
    word === 'STOP' ? optOut({ db }, number, at, channel) : endOptOut({ db }, number, at),
  );
}

async function endOptOut({ db }: Db, number: string, at: Temporal.Instant): Promise<boolean> {
  const ended = await db
    .updateTable('opt_out')
    .set({ ended_at: at.toString() })
    .where('number', '=', number)
    .where('began_at', '<=', at.toString())
    .where('ended_at', 'is', null)
    .returning('number')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Which of these numbers want no texts. */
export async function findOptedOut({ db }: Db, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await db
    .selectFrom('opt_out')
    .select('number')
    .where('number', '=', sql<string>`any(${numbers}::text[])`)
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.number));
}
