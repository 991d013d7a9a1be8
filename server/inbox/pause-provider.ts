import { sql } from 'kysely';
import type { Tx } from '../platform/scope.ts';
import type { Outcome } from './message-store.ts';

/** Lets the whole channel wait when an attempt found its provider busy or away: it is for all organisations. */
export async function pauseProvider(tx: Tx, results: readonly Outcome[]): Promise<void> {
  for (const result of results) {
    if (result.outcome === 'sent' || !result.isFree || !result.retryAt) continue;
    const until = result.retryAt.toString();
    await tx.db
      .insertInto('provider_pause')
      .values({ channel: result.message.channel, until })
      .onConflict((conflict) =>
        conflict.column('channel').doUpdateSet({
          until: sql<string>`greatest(provider_pause.until, excluded.until)`,
        }),
      )
      .execute();
  }
}
