import { sql } from 'kysely';
import { findReservations, lockReservations, type ReservationRow } from '../booking/module.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { selectTrades, type TradeRow } from './trade-store.ts';
import type { Turn } from './turn.ts';

/** Someone who has to do with a trade. */
export type Party = { id: string; full_name: string; email: string; active: boolean; role: string };

/** What one of a trade gives, and whether they said yes. */
export type Leg = {
  person: Party;
  gives: ReservationRow;
  wish_id: string | null;
  accepted_at: string | null;
};

/** A trade with its legs in order, their people, and their reservations as they are now. */
export type Deal = TradeRow & { legs: Leg[] };

/** Trades with all that belongs to them. */
export async function loadDeals(read: Read, trades: readonly TradeRow[]): Promise<Deal[]> {
  if (trades.length === 0) return [];
  const legs = await findLegs(read, trades);
  const [reservations, parties] = await Promise.all([
    findReservations(
      read,
      legs.map((leg) => leg.reservation_id),
    ),
    findParties(
      read,
      legs.map((leg) => leg.person_id),
    ),
  ]);
  const reservationOf = new Map(reservations.map((row) => [row.id, row]));
  const partyOf = new Map(parties.map((party) => [party.id, party]));
  const byTrade = Map.groupBy(legs, (leg) => leg.trade_id);
  return trades.map((trade) => ({
    ...trade,
    legs: (byTrade.get(trade.id) ?? []).map((leg) => ({
      person: partyOf.get(leg.person_id) as Party,
      gives: reservationOf.get(leg.reservation_id) as ReservationRow,
      wish_id: leg.wish_id,
      accepted_at: leg.accepted_at,
    })),
  }));
}

function findLegs(read: Read, trades: readonly TradeRow[]) {
  const ids = trades.map(({ id }) => id);
  return read.db
    .selectFrom('trade_leg')
    .select(['trade_id', 'person_id', 'reservation_id', 'wish_id', 'accepted_at'])
    .where('organisation_id', '=', read.tenant.id)
    .where('trade_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('trade_id')
    .orderBy('place')
    .execute();
}

/** People by their ids. */
export function findParties(read: Read, ids: readonly string[]): Promise<Party[]> {
  return read.db
    .selectFrom('person')
    .select(['id', 'full_name', 'email', 'active'])
    .select(sql<string>`coalesce(own_role_id::text, role)`.as('role'))
    .where('organisation_id', '=', read.tenant.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

/** One trade of a kind with all that belongs to it. */
export async function getDeal(
  read: Read,
  id: string,
  kind: Deal['kind'],
): Promise<Deal | undefined> {
  const trade = await selectTrades(read)
    .where('trade.id', '=', id)
    .where('trade.kind', '=', kind)
    .executeTakeFirst();
  return trade && (await loadDeals(read, [trade]))[0];
}

/** One trade, locked alone: for answers that move no reservation. */
export async function lockTrade(tx: Tx, id: string, kind: Deal['kind']): Promise<Deal | undefined> {
  await sql`select id from trade where organisation_id = ${tx.tenant.id} and id = ${id}
    for no key update`.execute(tx.db);
  return getDeal(tx, id, kind);
}

/**
 * One trade, locked for its reservations to change hands: people, resources and reservations as all who
 * take time lock them, then the trade.
 */
export async function lockDeal(tx: Tx, id: string, kind: Deal['kind']): Promise<Deal | undefined> {
  const before = await getDeal(tx, id, kind);
  if (!before) return undefined;
  const reservations = before.legs.map(({ gives }) => gives.id);
  const people = before.legs.map(({ person }) => person.id);
  await lockReservations(tx, reservations, [], people);
  return lockTrade(tx, id, kind);
}

/** What each of a trade would give and get. */
export function turnsOf({ legs }: Deal): Turn[] {
  return legs.map(({ person, gives }, i) => ({
    person,
    gives,
    gets: (legs[(i + 1) % legs.length] as Leg).gives,
  }));
}
