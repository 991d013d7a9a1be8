import { sql } from 'kysely';
import type { Pruning } from '../platform/prune.ts';

/** Days that what a message said is kept; who was told what kind of thing when stays. */
export const contentDays = 180;

/** Days that callbacks are kept as they came, to look into what a provider told. */
const callbackDays = 30;

/** Instead of what a message said: the letter says that it is no longer kept (write-letter.ts). */
export const prunings: readonly Pruning[] = [
  {
    what: 'contents of old messages',
    statement: (now, limit) => sql`
      UPDATE message SET data = '{"pruned": true}' WHERE ctid = ANY (ARRAY(SELECT ctid FROM message
        WHERE created_at < ${now.subtract({ hours: contentDays * 24 }).toString()}
          AND status NOT IN ('queued', 'sending') AND NOT data ? 'pruned' LIMIT ${limit}))`,
  },
  {
    what: 'callbacks of providers',
    statement: (now, limit) => sql`
      DELETE FROM callback WHERE ctid = ANY (ARRAY(SELECT ctid FROM callback
        WHERE received_at < ${now.subtract({ hours: callbackDays * 24 }).toString()}
          AND processed_at IS NOT NULL LIMIT ${limit}))`,
  },
];
