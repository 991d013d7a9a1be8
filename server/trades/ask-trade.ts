import { askTrade as route } from '../../contract/routes.ts';
import { lockReservations, type ReservationRow } from '../booking/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { found, invalid, Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { findParties, getDeal, type Party } from './deal.ts';
import { expireStale } from './expire-trades.ts';
import { judgeTurns } from './judge-turns.ts';
import { presentTrade } from './present-trade.ts';
import { tellAsked } from './tell-trade.ts';
import { recordTrade } from './trade-event.ts';
import { insertTrade } from './trade-store.ts';
import { whyNotTradable } from './turn.ts';

/** Someone asks to swap a reservation of theirs for someone else's, who is told. */
export const askTrade = action(route, async (tx, { body }) => {
  const { requester_reservation_id: mineId, target_reservation_id: theirsId } = body;
  const [mine, theirs] = pick(tx, await lockReservations(tx, [mineId, theirsId]), body);
  refuseIf(whyNotTradable(mine, tx.now) ?? whyNotTradable(theirs, tx.now));

  const parties = await findParties(tx, [mine.person_id, theirs.person_id]);
  const party = (id: string) => found(parties.find((one) => one.id === id));
  const turns = turnsFor(mine, theirs, party);
  const { refusals, matches } = await judgeTurns(tx, turns, tx.by);
  // What the other one has then is theirs to find out; it is looked at when they say yes.
  refuseIf(refusals[0] ?? null);

  await expireStale(tx, [mineId, theirsId]);
  const id = newId();
  const legs = [mine, theirs].map((reservation, i) => ({
    ...{ person_id: reservation.person_id, reservation, wish_id: null, accepted: i === 0 },
  }));
  const trade = { id, kind: 'PAIR' as const, message: body.message ?? '', legs };
  await insertTrade(tx, { ...trade, approval_reasons: matches }).catch(throwExists);
  const deal = found(await getDeal(tx, id, 'PAIR'));
  const entry = await recordTrade(tx, 'trade.asked', deal);
  await tellAsked(tx, entry, deal);
  return presentTrade(tx, deal);
});

function pick(
  tx: ActorTx,
  rows: ReservationRow[],
  body: { requester_reservation_id: string; target_reservation_id: string },
): [ReservationRow, ReservationRow] {
  const mine = rows.find(({ id }) => id === body.requester_reservation_id);
  const theirs = rows.find(({ id }) => id === body.target_reservation_id);
  if (mine?.person_id !== tx.by.personId) {
    throw invalid({ requester_reservation_id: ['This is no reservation of yours.'] });
  }
  if (!theirs) throw invalid({ target_reservation_id: ['There is no such reservation.'] });
  if (theirs.person_id === tx.by.personId) {
    throw invalid({ target_reservation_id: ['This is yours already; choose someone else’s.'] });
  }
  return [mine, theirs];
}

function turnsFor(mine: ReservationRow, theirs: ReservationRow, party: (id: string) => Party) {
  return [
    { person: party(mine.person_id), gives: mine, gets: theirs },
    { person: party(theirs.person_id), gives: theirs, gets: mine },
  ];
}

function throwExists(error: unknown): never {
  if (!violates(error, 'trade_one_live')) throw error;
  const sentence = 'These two are asked to be swapped already: answer or cancel that trade first.';
  throw new Refusal(409, 'trade_exists', sentence);
}
