import { sql } from 'kysely';
import { Refusal, refuseIf } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';
import {
  addDays,
  type Clash,
  claim,
  findClashes,
  mondayOf,
  type Span,
} from '../timeline/module.ts';
import { whyBusy, whyTaken } from './clash.ts';
import { whyOvertime } from './shift.ts';

/** What is about to take a person and a seat. */
export type Claimant = {
  id: string;
  person_id: string;
  person_name: string;
  limit_minutes: number;
  seats: number;
};

/** The source of a shift's commitments. */
export const sourceOf = (shift: { id: string }) => ({ kind: 'shift', id: shift.id }) as const;

/**
 * Takes the person and a free seat for the span. 409 `person_busy`, `shift_overlaps` or `overtime`,
 * each with what stands in the way. The person is locked by the caller, so hours can't be passed by
 * two approvals at once; a seat taken meanwhile is refused by the exclusion constraint. `take`: `move`
 * for a shift that has its time already.
 */
export async function claimShift(
  tx: Tx,
  shift: Claimant,
  span: Span,
  overrideOvertime = false,
  take: typeof claim = claim,
): Promise<{ overtime: boolean }> {
  const { seatIds, clashes, weekMinutes } = await findHindrances(tx, shift, span);
  refuseIf(await whyBusy(tx, shift, clashes));
  const seatId = freeSeat(seatIds, clashes);
  if (!seatId) refuseIf(await whyTaken(tx, shift, clashes));
  const after = weekMinutes + span.minutes;
  refuseIf(whyOvertime(shift.person_name, after, shift.limit_minutes, overrideOvertime));
  await take(
    tx,
    [
      { kind: 'person', id: shift.person_id },
      { kind: 'seat', id: seatId as string },
    ],
    span,
    sourceOf(shift),
  ).catch(throwOverlap);
  return { overtime: after > shift.limit_minutes };
}

async function findHindrances(tx: Tx, shift: Claimant, span: Span) {
  const [seatIds, weekMinutes] = await Promise.all([
    findSeatIds(tx, shift.seats),
    sumWeekMinutes(tx, shift.person_id, span.date, shift.id),
  ]);
  const holders = [shift.person_id, ...seatIds];
  const clashes = await findClashes(tx, holders, span, sourceOf(shift));
  return { seatIds, weekMinutes, clashes };
}

/** The lowest seat that nothing takes, or null. */
function freeSeat(seatIds: readonly string[], clashes: readonly Clash[]): string | null {
  const taken = new Set(clashes.map((clash) => clash.holder.id));
  return seatIds.find((id) => !taken.has(id)) ?? null;
}

/** Ids of the seats that a period with `count` seats may use, lowest first. */
async function findSeatIds(read: Read, count: number): Promise<string[]> {
  const rows = await read.db
    .selectFrom('seat')
    .select('id')
    .where('organisation_id', '=', read.tenant.id)
    .where('number', '<=', count)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.id);
}

/** Approved minutes of a person in the ISO week of `date`, without shift `exceptId`. */
async function sumWeekMinutes(
  read: Read,
  personId: string,
  date: string,
  exceptId: string,
): Promise<number> {
  const monday = mondayOf(date);
  const sum = await read.db
    .selectFrom('shift')
    .select(sql<number>`coalesce(sum(minutes), 0)::integer`.as('minutes'))
    .where('organisation_id', '=', read.tenant.id)
    .where('person_id', '=', personId)
    .where('status', '=', 'APPROVED')
    .where('date', '>=', monday)
    .where('date', '<=', addDays(monday, 6))
    .where('id', '<>', exceptId)
    .executeTakeFirstOrThrow();
  return sum.minutes;
}

// Checked a moment ago, taken since: the constraint says whose time, not by what.
function throwOverlap(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'time_taken') throw error;
  const holder = error.facts.holder as { kind: string };
  if (holder.kind === 'person') {
    throw new Refusal(409, 'person_busy', 'The person was committed elsewhere a moment ago.');
  }
  throw new Refusal(409, 'shift_overlaps', 'That time was taken a moment ago. Look at it again.');
}
