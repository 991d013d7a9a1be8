import { sql } from 'kysely';
import type { Tx } from '../platform/scope.ts';
import { awaitHandOver } from './hand-over.ts';

/**
 * Withdraws all messages that stand with something, in the transaction that calls it off: what has not
 * gone out by its commit never does, nor is it sent again. Waits for those that are in a provider's hands,
 * 14 seconds at most; then 409 `busy`. Call it before anything is locked that their results write.
 */
export async function withdrawMessages(tx: Tx, standsWith: readonly string[]): Promise<void> {
  await awaitHandOver(tx, standsWith);
  await withdrawQueued(tx, standsWith);
}

/** As `withdrawMessages`, once it was called: for those that were queued meanwhile. */
export async function withdrawQueued(tx: Tx, standsWith: readonly string[]): Promise<void> {
  await sql`
    UPDATE message SET withdrawn_at = ${tx.now.toString()}, lease = NULL,
      status = CASE WHEN status IN ('queued', 'sending') THEN 'withdrawn' ELSE status END
    WHERE organisation_id = ${tx.tenant.id} AND stands_with = any(${standsWith}::uuid[])
      AND withdrawn_at IS NULL`.execute(tx.db);
}
