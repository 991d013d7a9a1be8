import { sql } from 'kysely';
import type { OfferState } from '../../contract/offers/offer.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** Offers with the state that they are in now: see `stateNow`. */
export function selectOffers(read: Read) {
  return read.db
    .selectFrom('shift_offer as offer')
    .select(['offer.id', 'offer.shift_id', 'offer.person_id', 'offer.to_id', 'offer.exchange_id'])
    .select(['offer.message', 'offer.taker_id', 'offer.taken_at', 'offer.closed_at'])
    .select(['offer.reason', 'offer.version', 'offer.created_at'])
    .select(stateNow(read.now).as('state'))
    .where('offer.organisation_id', '=', read.tenant.id);
}

export type OfferRow = NonNullable<Awaited<ReturnType<typeof getOffer>>>;

/** One offer of the tenant. */
export async function getOffer(read: Read, id: string) {
  return selectOffers(read).where('offer.id', '=', id).executeTakeFirst();
}

/**
 * A live offer is EXPIRED from the moment when one of its shifts is not as it was offered, has begun
 * or can't change any more, whatever did that: nobody has to tell the offer. `sweepOffers` writes it
 * down later.
 */
export function stateNow(now: Temporal.Instant) {
  return sql<OfferState>`case when offer.state in ('OPEN', 'TAKEN') and not (
    ${isAsOffered('shift', now)} and (offer.exchange_id is null or ${isAsOffered('exchange', now)})
  ) then 'EXPIRED' else offer.state end`;
}

function isAsOffered(side: 'shift' | 'exchange', now: Temporal.Instant) {
  return sql<boolean>`exists (
    select from shift join schedule_period period
      on period.organisation_id = shift.organisation_id and period.id = shift.period_id
    where shift.organisation_id = offer.organisation_id
      and shift.id = ${sql.ref(`offer.${side}_id`)} and shift.version = ${sql.ref(`offer.${side}_version`)}
      and shift.status = 'APPROVED' and shift.starts_at > ${now.toString()}::timestamptz
      and period.status <> 'FINALIZED')`;
}

/** What a new offer is made of. */
export type NewOffer = {
  id: string;
  shift: { id: string; version: number; person_id: string };
  exchange: { id: string; version: number } | null;
  toId: string | null;
  message: string;
};

/** Writes a new offer. A second live one for the same shift breaks `shift_offer_one_live`. */
export async function insertOffer(tx: Tx, offer: NewOffer): Promise<void> {
  await tx.db
    .insertInto('shift_offer')
    .values({
      organisation_id: tx.tenant.id,
      id: offer.id,
      shift_id: offer.shift.id,
      shift_version: offer.shift.version,
      person_id: offer.shift.person_id,
      to_id: offer.toId,
      exchange_id: offer.exchange?.id ?? null,
      exchange_version: offer.exchange?.version ?? null,
      message: offer.message,
      state: 'OPEN',
      taker_id: null,
      taken_at: null,
      closed_at: null,
      created_at: tx.now.toString(),
    })
    .execute();
}

/** Brings a locked offer into another state; closed ones say when. */
export async function updateOffer<T extends OfferRow>(
  tx: Tx,
  row: T,
  change: { state: OfferState; taker_id?: string | null; reason?: string },
): Promise<T> {
  const now = tx.now.toString();
  const live = change.state === 'OPEN' || change.state === 'TAKEN';
  const stamps = {
    ...(change.taker_id !== undefined && { taken_at: change.taker_id && now }),
    ...(!live && { closed_at: now }),
    version: row.version + 1,
  };
  await tx.db
    .updateTable('shift_offer')
    .set({ ...change, ...stamps })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, ...change, ...stamps };
}
