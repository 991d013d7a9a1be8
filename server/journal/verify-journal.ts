import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { App } from '../platform/app.ts';
import type { Tables } from '../platform/tables.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { type Anchor, readAnchors } from './anchor-journal.ts';
import { genesis, type SealedFacts, sealHash } from './chain.ts';

/** What a verification found: how much it read, and one sentence per fault that names the row. */
export type Verdict = { chains: number; sealed: number; open: number; faults: string[] };

const batchSize = 5_000;

/** Recomputes every chain and holds it against the signed anchors. */
export async function verifyJournal(app: Pick<App, 'systemPool' | 'config'>): Promise<Verdict> {
  const anchors = await readAnchors(app.config.dataFolder);
  return unsafeAcrossTenants(app.systemPool, async (db) => {
    const organisations = await db.selectFrom('organisation').select(['id', 'slug']).execute();
    const verdict: Verdict = { chains: 0, sealed: 0, open: 0, faults: [] };
    for (const organisation of organisations) {
      const own = anchors.filter((anchor) => anchor.organisation_id === organisation.id);
      await verifyChain(db, organisation, own, verdict);
    }
    const known = new Set(organisations.map(({ id }) => id));
    const gone = new Set(anchors.map((anchor) => anchor.organisation_id)).difference(known);
    for (const id of gone) verdict.faults.push(`organisation ${id} was anchored, but is gone.`);
    verdict.faults.push(...(await findSlippedIn(db)));
    verdict.open = await countOpen(db);
    return verdict;
  });
}

type Row = SealedFacts & { number: string; hash: Buffer; journal_id: string };

async function verifyChain(
  db: Kysely<Tables>,
  organisation: { id: string; slug: string },
  anchors: readonly Anchor[],
  verdict: Verdict,
): Promise<void> {
  let previous: Buffer = genesis;
  let number = 0n;
  const anchored = new Map(anchors.map((anchor) => [anchor.number, anchor.hash]));
  verdict.chains += 1;
  for (;;) {
    const rows = await chainRows(db, organisation.id, number);
    for (const row of rows) {
      number += 1n;
      const fault = faultOf(row, number, previous, anchored);
      if (fault) {
        verdict.faults.push(`${organisation.slug}: ${fault}`);
        return;
      }
      previous = row.hash;
      verdict.sealed += 1;
    }
    if (rows.length < batchSize) break;
  }
  const cut = anchors.find((anchor) => BigInt(anchor.number) > number);
  if (cut) {
    verdict.faults.push(
      `${organisation.slug}: the chain ends at ${number}, but was ${cut.number} long on ${cut.at}: its end was cut off.`,
    );
  }
}

function faultOf(
  row: Row,
  number: bigint,
  previous: Buffer,
  anchored: ReadonlyMap<string, string>,
): string | null {
  if (BigInt(row.number) !== number) return `seal ${number} is missing.`;
  if (row.id === null) return `entry ${row.journal_id} (seal ${number}) is missing.`;
  const { number: _n, hash, journal_id: _j, ...facts } = row;
  if (!sealHash(previous, number, facts).equals(hash)) {
    return `entry ${row.id} (seal ${number}, ${row.event}) is not what was sealed.`;
  }
  const anchor = anchored.get(row.number);
  if (anchor && anchor !== hash.toString('hex')) return `seal ${number} is not what was anchored.`;
  return null;
}

async function chainRows(db: Kysely<Tables>, organisationId: string, after: bigint) {
  const rows = await sql<Row>`
    select seal.number, seal.hash, seal.journal_id, j.organisation_id, j.id, j.at, j.event, j.actor_id,
      j.subject_kind, j.subject_id, j.data, j.cause_id, j.request_id
    from journal_seal seal
    left join journal j on j.organisation_id = seal.organisation_id and j.id = seal.journal_id
    where seal.organisation_id = ${organisationId}::uuid and seal.number > ${String(after)}::bigint
    order by seal.number limit ${batchSize}`.execute(db);
  return rows.rows;
}

// The sealer leaves nothing behind: an entry before its place without a seal came later, or lost its seal.
async function findSlippedIn(db: Kysely<Tables>): Promise<string[]> {
  const found = await sql<{ slug: string; id: string; event: string }>`
    select o.slug, j.id, j.event
    from journal j join organisation o on o.id = j.organisation_id
    where (j.xid, j.seq) <= (select xid, seq from journal_sealer)
      and not exists (select from journal_seal seal
        where seal.organisation_id = j.organisation_id and seal.journal_id = j.id)
    order by j.xid, j.seq limit 20`.execute(db);
  return found.rows.map(
    ({ slug, id, event }) =>
      `${slug}: entry ${id} (${event}) has no seal, though the sealer has passed its place.`,
  );
}

// Entries that the sealer has not come to yet.
async function countOpen(db: Kysely<Tables>): Promise<number> {
  const open = await sql<{ count: number }>`
    select count(*)::integer as count from journal
    where (xid, seq) > (select xid, seq from journal_sealer)`.execute(db);
  return open.rows[0]?.count ?? 0;
}
