import { withdrawTradeWish as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { lockTrade } from './deal.ts';
import { presentWishes } from './present-wish.ts';
import { tellRejected } from './tell-trade.ts';
import { recordTrade } from './trade-event.ts';
import { updateTrade } from './trade-store.ts';
import { closeWishes, lockWish } from './wish-store.ts';

/** Someone would not trade any more; a ring that was proposed with it is off, and the others are told. */
export const withdrawTradeWish = action(route, async (tx, { params }) => {
  const wish = found(await lockWish(tx, params.id));
  if (wish.person_id !== tx.by.personId) throw notFound();
  refuseIf(
    wish.status === 'OPEN'
      ? null
      : { code: 'wish_closed', detail: `This wish is ${wish.status} already.` },
  );
  if (wish.cycle !== null) await callOff(tx, wish.cycle);
  await closeWishes(tx, [wish.id], 'WITHDRAWN');
  await record(tx, 'trade_wish.withdrawn', wish.id, { person: tx.by.personId });
  const [shown] = await presentWishes(tx, [{ ...wish, status: 'WITHDRAWN' }]);
  return found(shown);
});

async function callOff(tx: ActorTx, id: string): Promise<void> {
  const deal = found(await lockTrade(tx, id, 'CYCLE'));
  if (deal.status !== 'PENDING') return;
  const off = await updateTrade(tx, deal, { status: 'CANCELLED' });
  const entry = await recordTrade(tx, 'trade.cancelled', off);
  await tellRejected(tx, entry, off);
}
