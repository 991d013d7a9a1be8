import { changeOwners, findReservations, recordReservation } from '../booking/module.ts';
import { refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { releaseRunOut } from '../timeline/module.ts';
import { type Deal, loadDeals, turnsOf } from './deal.ts';
import { firstOf, judgeTurns } from './judge-turns.ts';
import { tellAdmins, tellTraded } from './tell-trade.ts';
import { isAgreed } from './trade.ts';
import { recordTrade } from './trade-event.ts';
import { markLegs, updateTrade } from './trade-store.ts';
import { closeWishes } from './wish-store.ts';

/**
 * Someone of a locked trade says yes. When all have, it happens, or it waits for an admin where a rule
 * asks for one. 409 when one of them can't have what they would get.
 */
export async function agree(tx: ActorTx, deal: Deal, message: string): Promise<Deal> {
  const judgement = await judgeTurns(tx, turnsOf(deal), tx.by);
  refuseIf(firstOf(judgement));
  await markLegs(tx, deal.id, tx.by.personId, 'accepted_at');
  const answer = deal.kind === 'PAIR' ? { response_message: message } : {};
  const agreed = await reload(
    tx,
    await updateTrade(tx, deal, {
      ...answer,
      approval_reasons: judgement.matches,
      answered: true,
    }),
  );
  if (!isAgreed(agreed)) {
    await recordTrade(tx, 'trade.agreed', agreed);
    return agreed;
  }
  if (judgement.matches.length === 0) return execute(tx, agreed);
  const entry = await recordTrade(tx, 'trade.agreed', agreed);
  await tellAdmins(tx, entry, agreed);
  return agreed;
}

/** An admin lets a locked trade happen that all have said yes to; everything is checked again. */
export async function approve(tx: ActorTx, deal: Deal): Promise<Deal> {
  refuseIf(firstOf(await judgeTurns(tx, turnsOf(deal), tx.by)));
  return execute(tx, deal);
}

/** The reservations change hands, all in one statement each for them and for their commitments. */
async function execute(tx: ActorTx, deal: Deal): Promise<Deal> {
  const turns = turnsOf(deal);
  await releaseRunOut(
    tx,
    turns.map(({ person }) => ({ kind: 'person', id: person.id })),
  );
  await changeOwners(
    tx,
    turns.map(({ gets, person }) => ({ row: gets, personId: person.id })),
  );
  await closeWishes(
    tx,
    deal.legs.flatMap(({ wish_id: wish }) => wish ?? []),
    'MET',
  );
  const done = await updateTrade(tx, deal, { status: 'ACCEPTED' });
  const entry = await recordTrade(tx, 'trade.accepted', done);
  const after = await findReservations(
    tx,
    turns.map(({ gets }) => gets.id),
  );
  const because = { ...tx, causeId: entry };
  for (const { gets: was } of turns) {
    const row = after.find(({ id }) => id === was.id);
    if (!row) continue;
    const user = { before: was.person_id, after: row.person_id };
    const facts = { trade: deal.id, changes: { user } };
    const traded = await recordReservation(because, 'reservation.traded', row, facts);
    await tellTraded(because, traded, deal, was, row);
  }
  return reload(tx, done);
}

async function reload(tx: ActorTx, trade: Deal): Promise<Deal> {
  const [deal = trade] = await loadDeals(tx, [trade]);
  return deal;
}
