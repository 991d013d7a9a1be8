import { sql } from 'kysely';
import { findReservations, type ReservationRow } from '../booking/module.ts';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { found } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { findParties, getDeal, type Party } from './deal.ts';
import { judgeTurns } from './judge-turns.ts';
import { findRing } from './rings.ts';
import { tellProposed } from './tell-trade.ts';
import { recordTrade } from './trade-event.ts';
import { insertTrade } from './trade-store.ts';
import type { Turn } from './turn.ts';
import { wants } from './wanted.ts';
import { findOpenWishes, type WishRow } from './wish-store.ts';

/** The oldest open wishes that are looked at. */
const wishesMost = 300;
/** How many rings that turn out impossible are looked at in one go. */
const triesMost = 60;

/** An open wish with what it is about. */
type Open = { wish: WishRow; person: Party; gives: ReservationRow };

/**
 * Finds rings among the open wishes that are in none yet and proposes each to all in it. One search at a
 * time in an organisation, so that no wish is in two.
 */
export async function proposeRings(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('callboard: rings'), hashtext(${tx.tenant.id}))`.execute(
    tx.db,
  );
  let open = (await loadOpen(tx)).filter(({ wish }) => wish.cycle === null);
  const blocked = await findRefused(tx);
  let proposed = 0;
  for (let tries = 0; tries < triesMost; tries += 1) {
    const ring = findRing(
      open.length,
      (one, other) => wouldTake(open[one] as Open, open[other] as Open, blocked),
      (one) => (open[one] as Open).person.id,
    )?.map((place) => open[place] as Open);
    if (!ring) break;
    if (!(await isPossible(tx, ring, blocked))) continue;
    await propose(tx, ring);
    open = open.filter((one) => !ring.includes(one));
    proposed += 1;
  }
  return proposed;
}

async function loadOpen(tx: Tx): Promise<Open[]> {
  const wishes = await findOpenWishes(tx, wishesMost);
  const [reservations, parties] = await Promise.all([
    findReservations(
      tx,
      wishes.map((wish) => wish.reservation_id),
    ),
    findParties(
      tx,
      wishes.map((wish) => wish.person_id),
    ),
  ]);
  return wishes.flatMap((wish) => {
    const person = parties.find(({ id }) => id === wish.person_id);
    const gives = reservations.find(({ id }) => id === wish.reservation_id);
    return person && gives ? [{ wish, person, gives }] : [];
  });
}

const pairOf = (wish: string, reservation: string) => `${wish} ${reservation}`;

/** What people said no to, in rings before: they are not asked the same again. */
async function findRefused(tx: Tx): Promise<Set<string>> {
  const refused = await sql<{ wish: string; reservation: string }>`
    select leg.wish_id as wish, gets.reservation_id as reservation
    from trade_leg leg join trade_leg gets
      on gets.organisation_id = leg.organisation_id and gets.trade_id = leg.trade_id
        and gets.place = coalesce((select min(place) from trade_leg later
          where later.organisation_id = leg.organisation_id and later.trade_id = leg.trade_id
            and later.place > leg.place), 1)
    join trade_wish wish on wish.organisation_id = leg.organisation_id and wish.id = leg.wish_id
    where leg.organisation_id = ${tx.tenant.id} and leg.rejected_at is not null
      and wish.status = 'OPEN'`.execute(tx.db);
  return new Set(refused.rows.map(({ wish, reservation }) => pairOf(wish, reservation)));
}

function wouldTake(one: Open, other: Open, blocked: ReadonlySet<string>): boolean {
  if (one.person.id === other.person.id) return false;
  if (blocked.has(pairOf(one.wish.id, other.gives.id))) return false;
  return wants(one.wish.wanted, other.gives);
}

function turnsOf(ring: readonly Open[]): Turn[] {
  return ring.map(({ person, gives }, i) => ({
    ...{ person, gives, gets: (ring[(i + 1) % ring.length] as Open).gives },
  }));
}

/** Whether all can have what they would get; what can't be is blocked, so that the next ring is another. */
async function isPossible(tx: Tx, ring: readonly Open[], blocked: Set<string>): Promise<boolean> {
  const turns = turnsOf(ring);
  const { refusals } = await judgeTurns(tx, turns, null);
  refusals.forEach((refusal, i) => {
    const { wish } = ring[i] as Open;
    if (refusal) blocked.add(pairOf(wish.id, (turns[i] as Turn).gets.id));
  });
  return refusals.every((refusal) => refusal === null);
}

async function propose(tx: Tx, ring: readonly Open[]): Promise<void> {
  const { matches } = await judgeTurns(tx, turnsOf(ring), null);
  const program: Tx = { ...tx, by: null };
  const legs = ring.map(({ wish, person, gives }) => ({
    ...{ person_id: person.id, reservation: gives, wish_id: wish.id, accepted: false },
  }));
  const id = newId();
  const trade = { id, kind: 'CYCLE' as const, message: '', approval_reasons: matches, legs };
  await insertTrade(program, trade).catch(throwLost);
  const deal = found(await getDeal(program, id, 'CYCLE'));
  const entry = await recordTrade(program, 'trade.proposed', deal);
  await tellProposed(program, entry, deal);
}

function throwLost(error: unknown): never {
  if (violates(error, 'trade_one_live')) throw new Error('the same ring is proposed already');
  throw error;
}
