import { sql } from 'kysely';
import type { Pruning } from '../platform/prune.ts';

const monthBefore = (now: Temporal.Instant) => now.subtract({ hours: 30 * 24 }).toString();

/**
 * Tokens that open nothing any more. Spent ones of a living session stay for 30 days: one that comes
 * back ends its session (refresh-session.ts).
 */
export const prunings: readonly Pruning[] = [
  {
    what: 'spent log-in tokens',
    statement: (now, limit) => sql`
      DELETE FROM refresh_token WHERE ctid = ANY (ARRAY(SELECT t.ctid FROM refresh_token t
        JOIN session s ON s.organisation_id = t.organisation_id AND s.id = t.session_id
        WHERE t.spent_at < ${monthBefore(now)} OR s.ended_at < ${monthBefore(now)}
          OR s.expires_at < ${monthBefore(now)} LIMIT ${limit}))`,
  },
  {
    what: 'one-time tokens',
    statement: (now, limit) => sql`
      DELETE FROM one_time_token WHERE ctid = ANY (ARRAY(SELECT ctid FROM one_time_token
        WHERE expires_at < ${monthBefore(now)} LIMIT ${limit}))`,
  },
];
