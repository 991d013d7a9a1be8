import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';
import { type ShiftRow, selectShifts } from '../rota/module.ts';
import { lockHolders } from '../timeline/module.ts';
import { getOffer, type OfferRow } from './offer-store.ts';

/** Someone who has to do with an offer. */
export type Party = {
  id: string;
  full_name: string;
  email: string;
  active: boolean;
  weekly_limit_minutes: number;
};

/** An offer with its shifts as they are now, and the people in it. */
export type Deal = OfferRow & {
  shift: ShiftRow;
  exchange: ShiftRow | null;
  owner: Party;
  to: Party | null;
  taker: Party | null;
};

/** Offers with their shifts and people. */
export async function loadDeals(read: Read, offers: readonly OfferRow[]): Promise<Deal[]> {
  if (offers.length === 0) return [];
  const shiftIds = offers.flatMap((one) => [one.shift_id, one.exchange_id ?? []].flat());
  const people = offers.flatMap((one) =>
    [one.person_id, one.to_id ?? [], one.taker_id ?? []].flat(),
  );
  const [shifts, parties] = await Promise.all([
    selectShifts(read).where('shift.id', '=', sql<string>`any(${shiftIds}::uuid[])`).execute(),
    findParties(read, people),
  ]);
  const shiftOf = new Map(shifts.map((shift) => [shift.id, shift]));
  const partyOf = new Map(parties.map((party) => [party.id, party]));
  return offers.map((offer) => ({
    ...offer,
    shift: shiftOf.get(offer.shift_id) as ShiftRow,
    exchange: shiftOf.get(offer.exchange_id ?? '') ?? null,
    owner: partyOf.get(offer.person_id) as Party,
    to: partyOf.get(offer.to_id ?? '') ?? null,
    taker: partyOf.get(offer.taker_id ?? '') ?? null,
  }));
}

/** People of the organisation by id. */
export function findParties(read: Read, ids: readonly string[]): Promise<Party[]> {
  return read.db
    .selectFrom('person')
    .select(['id', 'full_name', 'email', 'active', 'weekly_limit_minutes'])
    .where('organisation_id', '=', read.tenant.id)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}

/** One offer with its shifts and people. */
export async function getDeal(read: Read, id: string): Promise<Deal | undefined> {
  const offer = await getOffer(read, id);
  return offer && (await loadDeals(read, [offer]))[0];
}

/** One offer, locked alone: for states that move no shift. */
export async function lockOffer(tx: Tx, id: string): Promise<Deal | undefined> {
  await lockRows(tx, 'shift_offer', [id]);
  return getDeal(tx, id);
}

/**
 * One offer, locked for shifts to change hands: periods, people, shifts, each kind by id, then the
 * offer. People are looked up once the periods are locked, since taking an offer locks these too.
 */
export async function lockDeal(tx: Tx, id: string, takerId?: string): Promise<Deal | undefined> {
  const before = await getDeal(tx, id);
  if (!before) return undefined;
  const shifts = [before.shift, ...(before.exchange ? [before.exchange] : [])];
  await lockRows(
    tx,
    'schedule_period',
    shifts.map((shift) => shift.period_id),
  );
  const offer = await getOffer(tx, id);
  const people = [
    before.person_id,
    takerId ?? [],
    offer?.taker_id ?? [],
    before.to_id ?? [],
  ].flat();
  await lockHolders(
    tx,
    people.map((person) => ({ kind: 'person', id: person })),
  );
  await lockRows(
    tx,
    'shift',
    shifts.map((shift) => shift.id),
  );
  return lockOffer(tx, id);
}

/** Locks rows of the tenant in the order of their ids. */
export async function lockRows(
  tx: Tx,
  table: 'schedule_period' | 'shift' | 'shift_offer',
  ids: readonly string[],
): Promise<void> {
  await sql`select id from ${sql.table(table)}
    where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])
    order by id for no key update`.execute(tx.db);
}
