import type { ActorTx } from '../platform/scope.ts';
import type { Deal } from './deal.ts';
import { tellCancelled, tellRejected } from './tell-trade.ts';
import { recordTrade } from './trade-event.ts';
import { markLegs, updateTrade } from './trade-store.ts';

/** Someone of a locked trade, or an admin, says no to it: everyone keeps what they have. */
export async function reject(
  tx: ActorTx,
  deal: Deal,
  message: string,
  isAdmin: boolean,
): Promise<Deal> {
  await markLegs(tx, deal.id, isAdmin ? null : tx.by.personId, 'rejected_at');
  const change = { status: 'REJECTED', response_message: message, answered: true } as const;
  const rejected = await updateTrade(tx, deal, change);
  const entry = await recordTrade(tx, 'trade.rejected', rejected);
  await tellRejected(tx, entry, rejected);
  return rejected;
}

/** Who asked for a locked trade takes it back. */
export async function cancel(tx: ActorTx, deal: Deal): Promise<Deal> {
  const cancelled = await updateTrade(tx, deal, { status: 'CANCELLED' });
  const entry = await recordTrade(tx, 'trade.cancelled', cancelled);
  await tellCancelled(tx, entry, cancelled);
  return cancelled;
}
