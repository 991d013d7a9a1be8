import { sql } from 'kysely';
import type { Pruning } from '../platform/prune.ts';

/** Days that recordings stay of who was declined, and of who was not decided on when the roster was over. */
export const auditionDays = 90;

/** Dropped like any file: nobody gets it any more, and its bytes go within the hour. */
export const prunings: readonly Pruning[] = [
  {
    what: 'recordings of declined sign-ups',
    statement: (now, limit) => {
      const before = now.subtract({ hours: auditionDays * 24 }).toString();
      return sql`
        WITH due AS (
          SELECT f.organisation_id, f.id, f.bytes FROM registration r
          JOIN roster ON roster.organisation_id = r.organisation_id AND roster.id = r.roster_id
          JOIN file f ON f.organisation_id = r.organisation_id
            AND f.subject_kind = 'registration' AND f.subject_id = r.id AND f.state <> 'removing'
          WHERE CASE r.state WHEN 'declined' THEN r.decided_at < ${before}
            WHEN 'new' THEN roster.end_date < ${before}::timestamptz::date ELSE false END
          LIMIT ${limit}
        ), freed AS (
          UPDATE file_usage u SET bytes = greatest(0, u.bytes - d.bytes)
          FROM (SELECT organisation_id, sum(bytes) AS bytes FROM due GROUP BY 1) d
          WHERE u.organisation_id = d.organisation_id AND u.owner_id = d.organisation_id
        )
        UPDATE file SET state = 'removing', state_at = ${now.toString()}
        FROM due WHERE file.organisation_id = due.organisation_id AND file.id = due.id`;
    },
  },
];
