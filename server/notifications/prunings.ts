import { sql } from 'kysely';
import type { Pruning } from '../platform/prune.ts';

const keptDays = 180;

/** A notification is kept for half a year; that someone was told is in journal and outbox for good. */
export const prunings: readonly Pruning[] = [
  {
    what: 'old notifications',
    statement: (now, limit) => sql`
      DELETE FROM notification WHERE ctid = ANY (ARRAY(SELECT ctid FROM notification
        WHERE created_at < ${now.subtract({ hours: keptDays * 24 }).toString()} LIMIT ${limit}))`,
  },
];
