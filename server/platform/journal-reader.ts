import type pg from 'pg';
import type { EventName } from '../../contract/events.ts';

/** A journal entry as readers get it. */
export type JournalEntry = {
  organisationId: string;
  id: string;
  cursor: string;
  at: string;
  event: EventName;
  actorId: string | null;
  subjectId: string;
  data: Record<string, unknown>;
};

/** A place in the journal: transaction id and sequence number. */
export type Cursor = { xid: string; seq: string };

// `xid` goes out as text, so orders name the column with its table: the bare name would sort as text.
const columns = 'organisation_id, id, xid::text, seq, at, event, actor_id, subject_id, data';
// A row is told only when no transaction that may still commit rows before it is open: otherwise a
// reader that remembers its place would skip rows that commit late.
const settled = 'xid < journal_horizon()';

/** The next settled entries of all organisations, at most 500. */
export async function entriesAfter(pool: pg.Pool, place: Cursor): Promise<JournalEntry[]> {
  return select(
    pool,
    `SELECT ${columns} FROM journal WHERE (xid, seq) > ($1::xid8, $2::bigint) AND ${settled}
     ORDER BY journal.xid, seq LIMIT 500`,
    [place.xid, place.seq],
  );
}

/** Entries of one organisation after `from` up to `until`, at most `limit`. */
export async function entriesBetween(
  pool: pg.Pool,
  organisationId: string,
  from: Cursor,
  until: Cursor,
  limit: number,
): Promise<JournalEntry[]> {
  return select(
    pool,
    `SELECT ${columns} FROM journal WHERE organisation_id = $1 AND (xid, seq) > ($2::xid8, $3::bigint)
     AND (xid, seq) <= ($4::xid8, $5::bigint) ORDER BY journal.xid, seq LIMIT $6`,
    [organisationId, from.xid, from.seq, until.xid, until.seq, limit],
  );
}

/** The place after everything that is settled now. */
export async function endOfJournal(pool: pg.Pool): Promise<Cursor> {
  const { rows } = await pool.query<{ xid: string }>(
    'SELECT (journal_horizon()::text::bigint - 1)::text AS xid',
  );
  return { xid: rows[0]?.xid ?? '0', seq: String(largestSeq) };
}

type Row = Record<'organisation_id' | 'id' | 'xid' | 'seq' | 'at' | 'subject_id', string> & {
  event: EventName;
  actor_id: string | null;
  data: Record<string, unknown>;
};

async function select(pool: pg.Pool, text: string, values: unknown[]): Promise<JournalEntry[]> {
  const { rows } = await pool.query<Row>({ text, values });
  return rows.map(entryOf);
}

function entryOf(row: Row): JournalEntry {
  return {
    organisationId: row.organisation_id,
    id: row.id,
    cursor: `${row.xid}-${row.seq}`,
    at: row.at,
    event: row.event,
    actorId: row.actor_id,
    subjectId: row.subject_id,
    data: row.data,
  };
}

const largestXid = 2n ** 64n - 1n;
const largestSeq = 2n ** 63n - 1n;

/** A cursor from its text `xid-seq`, or null when it can't be one. */
export function parseCursor(text: string): Cursor | null {
  const [, xid, seq] = /^(\d{1,20})-(\d{1,19})$/.exec(text) ?? [];
  if (!xid || !seq || BigInt(xid) > largestXid || BigInt(seq) > largestSeq) return null;
  return { xid, seq };
}
