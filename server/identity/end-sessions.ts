import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { type EndReason, endSessions, type WhichSessions } from './session-store.ts';

/**
 * Ends sessions of this organisation and journals each end: by that, tokens are refused on every node
 * and sockets are closed. Returns how many there were.
 */
export async function endAndRecord(
  tx: Tx,
  which: WhichSessions,
  reason: EndReason,
): Promise<number> {
  const ended = await endSessions(tx, which, reason);
  for (const { id, person_id } of ended) {
    await record(tx, 'session.ended', person_id, { session: id, reason });
  }
  return ended.length;
}
