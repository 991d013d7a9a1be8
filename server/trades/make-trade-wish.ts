import { makeTradeWish as route } from '../../contract/routes.ts';
import type { Wanted } from '../../contract/trades/trade-wish.ts';
import { findReservations, lockReservations } from '../booking/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { violates } from '../platform/postgres-error.ts';
import { found, invalid, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { getResource } from '../resources/module.ts';
import { presentWishes } from './present-wish.ts';
import { proposeRings } from './propose-rings.ts';
import { whyNotTradable } from './turn.ts';
import { whyNotWanted } from './wanted.ts';
import { expireWishes, insertWish, selectWishes } from './wish-store.ts';

/** Someone says what they would take for a reservation of theirs; rings that it closes are proposed at once. */
export const makeTradeWish = action(route, async (tx, { body }) => {
  refuseIf(whyNotWanted(body.wanted));
  const [mine] = await lockReservations(tx, [body.reservation]);
  if (mine?.person_id !== tx.by.personId) {
    throw invalid({ reservation: ['This is no reservation of yours.'] });
  }
  refuseIf(whyNotTradable(mine, tx.now));
  await checkWanted(tx, body.wanted);

  await expireWishes(tx);
  const id = newId();
  const wish = { id, reservation: mine, personId: tx.by.personId, wanted: body.wanted };
  await insertWish(tx, wish).catch(throwExists);
  const facts = { person: tx.by.personId, reservation: mine.id, wanted: body.wanted };
  await record(tx, 'trade_wish.made', id, facts);
  await proposeRings(tx);
  const row = found(await selectWishes(tx).where('wish.id', '=', id).executeTakeFirst());
  const [shown] = await presentWishes(tx, [row]);
  return found(shown);
});

/** 400 when it names what is not there, or is one's own. */
async function checkWanted(tx: ActorTx, { reservations = [], resource }: Wanted): Promise<void> {
  if (resource !== undefined && !(await getResource(tx, resource))) {
    throw invalid({ 'wanted.resource': ['There is no such resource.'] });
  }
  const rows = await findReservations(tx, reservations);
  const isOthers = (id: string) =>
    rows.some((row) => row.id === id && row.person_id !== tx.by.personId);
  if (!reservations.every(isOthers)) {
    throw invalid({ 'wanted.reservations': ['One of these is not there, or is yours already.'] });
  }
}

function throwExists(error: unknown): never {
  if (!violates(error, 'trade_wish_one_open')) throw error;
  const sentence = 'There is an open wish for this reservation; withdraw that one first.';
  throw new Refusal(409, 'wish_exists', sentence);
}
