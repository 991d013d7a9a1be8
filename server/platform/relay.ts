import type pg from 'pg';
import type { Logger } from 'pino';
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

const columns = 'organisation_id, id, xid::text, seq, at, event, actor_id, subject_id, data';
// A row is told only when no transaction that may still commit rows before it is open: otherwise a
// reader that remembers its place would skip rows that commit late.
const settled = 'xid < pg_snapshot_xmin(pg_current_snapshot())';

/** Reads the journal in commit-safe order and tells each entry once to this node's listeners. */
export type Relay = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Something was committed here: look now. */
  poke(): void;
  listen(listener: (entries: JournalEntry[]) => void): void;
  /** How far this node has told. */
  place(): Cursor;
  /** Entries of one organisation after `from` up to `place()`, at most `limit`. */
  missed(organisationId: string, from: Cursor, limit: number): Promise<JournalEntry[]>;
};

const idlePollMs = 500;
const busyPauseMs = 10;

/** The relay of one node. Polling also finds what other nodes committed. */
export function openRelay(systemPool: pg.Pool, log: Logger): Relay {
  const listeners: ((entries: JournalEntry[]) => void)[] = [];
  let place: Cursor = { xid: '0', seq: '0' };
  let running = false;
  let loop = Promise.resolve();
  let wakeUp = () => {};
  let pokes = 0;

  async function readNext(): Promise<number> {
    const rows = await select(
      systemPool,
      `SELECT ${columns} FROM journal WHERE (xid, seq) > ($1::xid8, $2::bigint) AND ${settled}
       ORDER BY xid, seq LIMIT 500`,
      [place.xid, place.seq],
    );
    const last = rows.at(-1);
    if (!last) return 0;
    place = { xid: last.xid, seq: last.seq };
    const entries = rows.map(entryOf);
    for (const listener of listeners) listener(entries);
    return rows.length;
  }

  async function run() {
    while (running) {
      const poked = pokes > 0;
      if (poked) pokes -= 1;
      let told = 0;
      try {
        told = await readNext();
      } catch (error) {
        log.warn({ err: error }, 'relay could not read the journal');
      }
      if (told > 0) pokes = Math.min(pokes, 1);
      await pause(poked || told > 0 || pokes > 0 ? busyPauseMs : idlePollMs);
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        if (ms === idlePollMs) {
          clearTimeout(timer);
          resolve();
        }
      };
    });
  }

  return {
    async start() {
      const [now] = await select(
        systemPool,
        `SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1)::text AS xid, '9223372036854775807' AS seq`,
        [],
      );
      if (now) place = { xid: now.xid, seq: now.seq };
      running = true;
      loop = run();
    },
    async stop() {
      running = false;
      wakeUp();
      await loop;
    },
    poke() {
      // Several looks: the entry may lie behind a transaction that is about to end.
      pokes = 5;
      wakeUp();
    },
    listen: (listener) => listeners.push(listener),
    place: () => place,
    async missed(organisationId, from, limit) {
      const rows = await select(
        systemPool,
        `SELECT ${columns} FROM journal WHERE organisation_id = $1 AND (xid, seq) > ($2::xid8, $3::bigint)
         AND (xid, seq) <= ($4::xid8, $5::bigint) ORDER BY xid, seq LIMIT $6`,
        [organisationId, from.xid, from.seq, place.xid, place.seq, limit],
      );
      return rows.map(entryOf);
    },
  };
}

type Row = Record<'organisation_id' | 'id' | 'xid' | 'seq' | 'at' | 'subject_id', string> & {
  event: EventName;
  actor_id: string | null;
  data: Record<string, unknown>;
};

async function select(pool: pg.Pool, text: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ text, values })).rows;
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
