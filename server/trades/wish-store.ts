import { sql } from 'kysely';
import type { Wanted, WishStatus } from '../../contract/trades/trade-wish.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** Wishes with the status that they have now, and the live ring that they are in. */
export function selectWishes(read: Read) {
  const now = sql`${read.now.toString()}::timestamptz`;
  return read.db
    .selectFrom('trade_wish as wish')
    .select(['wish.id', 'wish.person_id', 'wish.reservation_id', 'wish.wanted', 'wish.created_at'])
    .select(wishStatusNow(read.now).as('status'))
    .select(
      sql<string | null>`(select trade.id from trade_leg leg join trade
          on trade.organisation_id = leg.organisation_id and trade.id = leg.trade_id
        where leg.organisation_id = wish.organisation_id and leg.wish_id = wish.id
          and trade.status = 'PENDING' and not exists (
            select from trade_leg other join reservation
              on reservation.organisation_id = other.organisation_id
                and reservation.id = other.reservation_id
            where other.organisation_id = trade.organisation_id and other.trade_id = trade.id
              and (reservation.version <> other.reservation_version
                or reservation.starts_at <= ${now})) limit 1)`.as('cycle'),
    )
    .where('wish.organisation_id', '=', read.tenant.id);
}

export type WishRow = Awaited<ReturnType<ReturnType<typeof selectWishes>['execute']>>[number];

/** An open wish is EXPIRED once its reservation is not as it was, or has begun: see `statusNow` of trades. */
export function wishStatusNow(now: Temporal.Instant) {
  return sql<WishStatus>`case when wish.status = 'OPEN' and not exists (
      select from reservation where reservation.organisation_id = wish.organisation_id
        and reservation.id = wish.reservation_id
        and reservation.version = wish.reservation_version
        and reservation.person_id = wish.person_id and reservation.status = 'CONFIRMED'
        and reservation.starts_at > ${now.toString()}::timestamptz)
    then 'EXPIRED' else wish.status end`;
}

/** Open wishes, oldest first, as many as are looked at for rings. */
export function findOpenWishes(read: Read, most: number): Promise<WishRow[]> {
  return selectWishes(read)
    .where('wish.status', '=', sql.lit('OPEN'))
    .where(wishStatusNow(read.now), '=', 'OPEN')
    .orderBy('wish.created_at')
    .orderBy('wish.id')
    .limit(most)
    .execute();
}

/** One wish, locked. */
export async function lockWish(tx: Tx, id: string): Promise<WishRow | undefined> {
  await sql`select id from trade_wish where organisation_id = ${tx.tenant.id} and id = ${id}
    for no key update`.execute(tx.db);
  return selectWishes(tx).where('wish.id', '=', id).executeTakeFirst();
}

/** What a new wish is made of. */
export type NewWish = {
  id: string;
  reservation: { id: string; version: number };
  personId: string;
  wanted: Wanted;
};

/** Writes a new wish. A second open one for the same reservation breaks `trade_wish_one_open`. */
export async function insertWish(tx: Tx, wish: NewWish): Promise<void> {
  await tx.db
    .insertInto('trade_wish')
    .values({
      ...{ organisation_id: tx.tenant.id, id: wish.id, person_id: wish.personId },
      ...{ reservation_id: wish.reservation.id, reservation_version: wish.reservation.version },
      ...{ wanted: JSON.stringify(wish.wanted), status: 'OPEN', closed_at: null },
      created_at: tx.now.toString(),
    })
    .execute();
}

/** Closes open wishes. */
export async function closeWishes(
  tx: Tx,
  ids: readonly string[],
  status: Exclude<WishStatus, 'OPEN'>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .updateTable('trade_wish')
    .set({ status, closed_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('status', '=', 'OPEN')
    .execute();
}

/** Open wishes that are expired by now. */
export function findStaleWishes(read: Read): Promise<{ id: string }[]> {
  return read.db
    .selectFrom('trade_wish as wish')
    .select('wish.id')
    .where('wish.organisation_id', '=', read.tenant.id)
    .where('wish.status', '=', sql.lit('OPEN'))
    .where(wishStatusNow(read.now), '=', 'EXPIRED')
    .execute();
}

/** Writes down the expired wishes, of one reservation or all. */
export async function expireWishes(tx: Tx): Promise<void> {
  const stale = await findStaleWishes(tx);
  await closeWishes(
    tx,
    stale.map(({ id }) => id),
    'EXPIRED',
  );
}
