import { sql } from 'kysely';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { addDays, changeHolders } from '../timeline/module.ts';
import { type Listed, sentenceOf } from './period.ts';
import { seatAll } from './seats.ts';

/**
 * Moves the shifts of a period onto its first `seats` seats. 409 `seats_taken`, listing the shifts
 * that find none, when more people are on at once.
 */
export async function reseat(
  tx: Tx,
  period: { id: string; start_date: string; end_date: string; seats: number },
): Promise<void> {
  const rows = await findSeated(tx, period);
  const mine = rows.filter((row) => row.period_id === period.id);
  if (mine.every((row) => row.number <= period.seats)) return;
  const stays = rows.filter((row) => row.period_id !== period.id);
  const placed = seatAll(mine, stays, period.seats);
  const without = placed.filter(({ number }) => number === null).map(({ one }) => listed(one));
  if (without.length > 0) throw taken(without, period.seats);

  const ids = await findSeatIds(tx);
  const moved = placed
    .filter(({ one, number }) => one.number !== number)
    .map(({ one, number }) => ({
      source: { kind: 'shift', id: one.id },
      holder: { kind: 'seat' as const, id: ids.get(number as number) as string },
    }));
  await changeHolders(tx, 'seat', moved);
}

type Row = Awaited<ReturnType<typeof findSeated>>[number];

/** Who is on which seat around the dates of the period, whatever period they are of. */
async function findSeated(tx: Tx, period: { start_date: string; end_date: string }) {
  const found = await sql<
    Omit<Listed, 'id'> & {
      id: string;
      period_id: string;
      number: number;
      startsAt: string;
      endsAt: string;
    }
  >`
    select shift.id, shift.period_id, shift.date, shift.start_time, shift.end_time,
      person.full_name as pa_name, seat.number,
      commitment.starts_at as "startsAt", commitment.ends_at as "endsAt"
    from commitment
    join seat on seat.organisation_id = commitment.organisation_id and seat.id = commitment.holder_id
    join shift on shift.organisation_id = commitment.organisation_id and shift.id = commitment.source_id
    join person on person.organisation_id = shift.organisation_id and person.id = shift.person_id
    where commitment.organisation_id = ${tx.tenant.id} and commitment.holder_kind = 'seat'
      and commitment.source_kind = 'shift'
      and shift.date between ${addDays(period.start_date, -2)} and ${addDays(period.end_date, 2)}
    order by shift.date, shift.start_time, shift.id`.execute(tx.db);
  return found.rows;
}

function listed({ id, pa_name, date, start_time, end_time }: Row): Listed {
  return { id, pa_name, date, start_time, end_time };
}

function taken(without: Listed[], seats: number): Refusal {
  const rule = seats === 1 ? 'there is one seat' : `there are ${seats} seats`;
  const detail = `More people are on than that. If ${rule}, none is left for ${sentenceOf(without)}.`;
  return new Refusal(409, 'seats_taken', detail, { shifts: without });
}

async function findSeatIds(tx: Tx): Promise<Map<number, string>> {
  const rows = await tx.db
    .selectFrom('seat')
    .select(['number', 'id'])
    .where('organisation_id', '=', tx.tenant.id)
    .execute();
  return new Map(rows.map(({ number, id }) => [number, id]));
}
