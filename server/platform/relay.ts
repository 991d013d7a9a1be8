import type pg from 'pg';
import type { Logger } from 'pino';
import { findLost, type Lost } from './journal-era.ts';
import {
  type Cursor,
  endOfJournal,
  entriesAfter,
  entriesBetween,
  type JournalEntry,
  parseCursor,
} from './journal-reader.ts';
import { pollLoop } from './poll-loop.ts';

/** Reads the journal in commit-safe order and tells each entry once to this node's listeners. */
export type Relay = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Something was committed here: look now. */
  poke(): void;
  listen(listener: (entries: JournalEntry[]) => void): void;
  /** How far this node has told. */
  place(): Cursor;
  /**
   * Entries of one organisation after `from` up to `place()`, at most `limit`; null when `from` is a
   * place that a restore cut off.
   */
  missed(organisationId: string, from: Cursor, limit: number): Promise<JournalEntry[] | null>;
};

/** The relay of one node. Polling also finds what other nodes committed. */
export function openRelay(systemPool: pg.Pool, log: Logger): Relay {
  const listeners: ((entries: JournalEntry[]) => void)[] = [];
  let place: Cursor = { xid: '0', seq: '0' };
  let lost: Lost[] = [];

  async function tellNext(): Promise<number> {
    const entries = await entriesAfter(systemPool, place);
    const last = entries.at(-1);
    if (!last) return 0;
    place = parseCursor(last.cursor) ?? place;
    for (const listener of listeners) listener(entries);
    return entries.length;
  }

  const loop = pollLoop(() =>
    tellNext().catch((error) => {
      log.warn({ err: error }, 'relay could not read the journal');
      return 0;
    }),
  );

  return {
    async start() {
      [place, lost] = await Promise.all([endOfJournal(systemPool), findLost(systemPool)]);
      loop.start();
    },
    stop: loop.stop,
    poke: loop.poke,
    listen: (listener) => listeners.push(listener),
    place: () => place,
    async missed(organisationId, from, limit) {
      const xid = BigInt(from.xid);
      if (lost.some(({ lostFrom, began }) => lostFrom <= xid && xid < began)) return null;
      return entriesBetween(systemPool, organisationId, from, place, limit);
    },
  };
}
