import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { App } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Tables } from '../platform/tables.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { genesis, type SealedFacts, sealHash } from './chain.ts';

const batchSize = 2_000;

type Entry = SealedFacts & { xid: string; seq: string };

/** Every minute, new entries are chained to what came before. */
export function sealing(app: App): Queue {
  return {
    name: 'seal-journal',
    batch: 1,
    retries: 0,
    cron: '* * * * *',
    async handle() {
      await sealJournal(app);
    },
  };
}

/**
 * Chains all entries that can't be preceded any more (behind the xid horizon), batch by batch, and
 * returns how many. Writers never wait for it; the row of the sealer is its lock.
 */
export async function sealJournal(app: Pick<App, 'systemPool'>): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await unsafeAcrossTenants(app.systemPool, sealBatch);
    sealed += count;
    if (count < batchSize) return sealed;
  }
}

async function sealBatch(db: Kysely<Tables>): Promise<number> {
  await sql`begin`.execute(db);
  try {
    const sealer = await db
      .selectFrom('journal_sealer')
      .select([sql<string>`xid::text`.as('xid'), 'seq'])
      .forUpdate()
      .executeTakeFirstOrThrow();
    const entries = await nextEntries(db, sealer);
    const last = entries.at(-1);
    if (last) {
      await insertSeals(db, await sealsOf(db, entries));
      await db.updateTable('journal_sealer').set({ xid: last.xid, seq: last.seq }).execute();
    }
    await sql`commit`.execute(db);
    return entries.length;
  } catch (error) {
    await sql`rollback`.execute(db);
    throw error;
  }
}

// The order names the table: a bare `xid` would be the text that goes out, and 1000 before 999.
async function nextEntries(db: Kysely<Tables>, after: { xid: string; seq: string }) {
  const found = await sql<Entry>`
    select organisation_id, id, at, event, actor_id, subject_kind, subject_id, data, cause_id,
      request_id, xid::text, seq
    from journal
    where (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and xid < journal_horizon()
    order by journal.xid, journal.seq limit ${batchSize}`.execute(db);
  return found.rows;
}

// As arrays: thousands of rows as single values would be a statement of a hundred kilobytes.
async function insertSeals(db: Kysely<Tables>, seals: readonly Seal[]): Promise<void> {
  await sql`
    insert into journal_seal (organisation_id, number, journal_id, hash)
    select * from unnest(${seals.map((seal) => seal.organisation_id)}::uuid[],
      ${seals.map((seal) => seal.number)}::bigint[], ${seals.map((seal) => seal.journal_id)}::uuid[],
      ${seals.map((seal) => seal.hash)}::bytea[])`.execute(db);
}

type Seal = Tables['journal_seal'];

async function sealsOf(db: Kysely<Tables>, entries: readonly Entry[]): Promise<Seal[]> {
  const organisations = [...new Set(entries.map((entry) => entry.organisation_id))];
  const heads = await sql<{ organisation_id: string; number: string; hash: Buffer }>`
    select asked.id as organisation_id, head.number, head.hash
    from unnest(${organisations}::uuid[]) as asked (id)
    cross join lateral (
      select number, hash from journal_seal
      where organisation_id = asked.id order by number desc limit 1
    ) head`.execute(db);
  const head = new Map(heads.rows.map((row) => [row.organisation_id, row]));
  return entries.map(({ xid: _x, seq: _s, ...facts }) => {
    const before = head.get(facts.organisation_id);
    const number = BigInt(before?.number ?? 0) + 1n;
    const hash = sealHash(before?.hash ?? genesis, number, facts);
    const seal = {
      organisation_id: facts.organisation_id,
      number: String(number),
      journal_id: facts.id,
      hash,
    };
    head.set(facts.organisation_id, seal);
    return seal;
  });
}
