import { sql } from 'kysely';
import { Refusal, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { addDays, claim, lookBack, mondayOf, type Span } from '../timeline/module.ts';
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
  const { busy, seatId, weekMinutes } = await lookAhead(tx, shift, span);
  if (busy) refuseIf(await whyBusy(tx, shift, span));
  if (!seatId) refuseIf(await whyTaken(tx, shift, span));
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

type Ahead = { busy: boolean; seatId: string | null; weekMinutes: number };

/** In one statement: is the person committed then, which seat is free, what hours has the week. */
async function lookAhead(tx: Tx, shift: Claimant, span: Span): Promise<Ahead> {
  const monday = mondayOf(span.date);
  const organisation = tx.tenant.id;
  const clashesOf = (holder: ReturnType<typeof sql.ref>) => sql`
    select from commitment c
    where c.organisation_id = ${organisation} and c.holder_id = ${holder}
      and c.starts_at < ${span.endsAt} and c.starts_at > ${lookBack(span.startsAt)}
      and c.ends_at > ${span.startsAt}
      and not (c.source_kind = 'shift' and c.source_id = ${shift.id})`;
  const ahead = await sql<Ahead>`
    select
      exists (${clashesOf(sql.ref('asked.person_id'))}) as busy,
      (select seat.id from seat
        where seat.organisation_id = ${organisation} and seat.number <= ${shift.seats}
          and not exists (${clashesOf(sql.ref('seat.id'))})
        order by seat.number limit 1) as "seatId",
      (select coalesce(sum(shift.minutes), 0)::integer from shift
        where shift.organisation_id = ${organisation} and shift.person_id = asked.person_id
          and shift.status = 'APPROVED' and shift.date between ${monday} and ${addDays(monday, 6)}
          and shift.id <> ${shift.id}) as "weekMinutes"
    from (select ${shift.person_id}::uuid as person_id) asked`.execute(tx.db);
  return ahead.rows[0] as Ahead;
}

// Checked a moment ago, taken since: the constraint says so without names.
function throwOverlap(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'time_taken') throw error;
  const holder = error.facts.holder as { kind: string };
  if (holder.kind === 'person') {
    throw new Refusal(409, 'person_busy', 'The person was committed elsewhere a moment ago.');
  }
  throw new Refusal(409, 'shift_overlaps', 'That time was taken a moment ago. Look at it again.');
}
