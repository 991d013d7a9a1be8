import { sql } from 'kysely';
import type { Pruning } from '../platform/prune.ts';

/** That a gap was told is remembered so that it is told once; its day is long over. */
export const prunings: readonly Pruning[] = [
  {
    what: 'old gap notices',
    statement: (now, limit) => sql`
      DELETE FROM gap_notice WHERE ctid = ANY (ARRAY(SELECT ctid FROM gap_notice
        WHERE told_at < ${now.subtract({ hours: 90 * 24 }).toString()} LIMIT ${limit}))`,
  },
];
