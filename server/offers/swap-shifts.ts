import { sql } from 'kysely';
import { violates } from '../platform/postgres-error.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { recordShift, type ShiftRow, selectShifts } from '../rota/module.ts';
import { changeHolders } from '../timeline/module.ts';
import { loadBurden } from './burden.ts';
import { type Deal, loadDeals, type Party } from './deal.ts';
import { tellDone } from './offer-letters.ts';
import { updateOffer } from './offer-store.ts';
import { type Turn, turnsOf, whyNotSwap } from './swap.ts';

/** Throws why these turns can't happen, looked up anew; says whether they mean overtime. */
export async function checkSwap(
  tx: ActorTx,
  turns: readonly Turn[],
  override: boolean,
): Promise<{ overtime: boolean }> {
  const people = turns.map(({ person }) => person.id);
  const burden = await loadBurden(
    tx,
    people,
    turns.map(({ gets }) => gets),
  );
  refuseIf(whyNotSwap(turns, burden, tx.tenant.timeZone, override));
  return { overtime: whyNotSwap(turns, burden, tx.tenant.timeZone, false) !== null };
}

/**
 * The shifts of a taken offer, all locked, change hands, after every check for both people again.
 * One statement moves the commitments and one the shifts: at no moment does nobody hold one.
 */
export async function swapShifts(
  tx: ActorTx,
  deal: Deal & { taker: Party },
  override: boolean,
): Promise<Deal> {
  const turns = turnsOf(deal, deal.taker);
  const { overtime } = await checkSwap(tx, turns, override);
  const before = [deal.shift, deal.exchange].filter((shift) => shift !== null);
  const newHolder = (shift: ShiftRow) =>
    shift.person_id === deal.owner.id ? deal.taker.id : deal.owner.id;

  await changeHolders(
    tx,
    'person',
    before.map((shift) => ({
      source: { kind: 'shift', id: shift.id },
      holder: { kind: 'person', id: newHolder(shift) },
    })),
  ).catch(throwBusy);
  await movePeople(
    tx,
    before.map((shift) => ({ shift: shift.id, to: newHolder(shift) })),
  ).catch(throwOwnOverlap);
  const done = await updateOffer(tx, deal, { state: 'DONE' });

  const entry = await recordSwapped(tx, before, deal.id, overtime);
  await tellDone(tx, entry, deal);
  const [now = done] = await loadDeals(tx, [done]);
  return now;
}

// Notes are what the one who asked wrote for themself and the admins: they don't change hands.
async function movePeople(tx: ActorTx, moves: { shift: string; to: string }[]): Promise<void> {
  const cases = moves.map(({ shift, to }) => sql`when ${shift} then ${to}::uuid`);
  const ids = moves.map(({ shift }) => shift);
  await sql`update shift set person_id = case id ${sql.join(cases, sql` `)} end, notes = '',
      version = version + 1, updated_at = ${tx.now.toString()}
    where organisation_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`.execute(tx.db);
}

/** One entry per shift, with who had it and who has it; the first one's id. */
async function recordSwapped(
  tx: ActorTx,
  before: ShiftRow[],
  offer: string,
  overtime: boolean,
): Promise<string> {
  const ids = before.map((shift) => shift.id);
  const after = await selectShifts(tx)
    .where('shift.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const entries: string[] = [];
  for (const was of before) {
    const row = after.find((shift) => shift.id === was.id) as ShiftRow;
    const person = {
      before: { id: was.person_id, name: was.person_name },
      after: { id: row.person_id, name: row.person_name },
    };
    const facts = { was: was.status, offer, person, ...(overtime && { override_overtime: true }) };
    entries.push(await recordShift(tx, 'shift.swapped', row, facts));
  }
  return entries[0] as string;
}

// Checked a moment ago, taken since by something that locks no people.
function throwBusy(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'time_taken') throw error;
  throw new Refusal(409, 'person_busy', 'Someone was committed elsewhere a moment ago.');
}

function throwOwnOverlap(error: unknown): never {
  if (!violates(error, 'shift_no_own_overlap')) throw error;
  const sentence = 'Someone asked for another shift at that time a moment ago.';
  throw new Refusal(409, 'shift_overlaps_own', sentence);
}
