import { sql } from 'kysely';
import { LostRace, Refusal, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { addDays, claim, type Holder, mondayOf, type Span } from '../timeline/module.ts';
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

/** A person and a seat that are free for a span, and whether it is overtime. */
export type Place = { holders: Holder[]; overtime: boolean };

/**
 * Looks whether person and seat are free and the week has the hours. 409 `person_busy`,
 * `shift_overlaps` or `overtime`, each with what stands in the way. The person is locked by the
 * caller, so hours can't be passed by two approvals at once.
 */
export async function findPlace(
  tx: Tx,
  shift: Claimant,
  span: Span,
  overrideOvertime = false,
): Promise<Place> {
  const { busy, seatId, weekMinutes } = await lookAhead(tx, shift, span);
  if (busy) refuseIf(await whyBusy(tx, shift, span));
  if (!seatId) refuseIf(await whyTaken(tx, shift, span));
  const after = weekMinutes + span.minutes;
  refuseIf(whyOvertime(shift.person_name, after, shift.limit_minutes, overrideOvertime));
  const person: Holder = { kind: 'person', id: shift.person_id };
  const seat: Holder = { kind: 'seat', id: seatId as string };
  return { holders: [person, seat], overtime: after > shift.limit_minutes };
}

/** Takes a place; one that was taken meanwhile is refused by the exclusion constraint, and looked for anew. */
export function takePlace(
  tx: Tx,
  shift: { id: string },
  span: Span,
  place: Place,
  take: typeof claim = claim,
): Promise<void> {
  return take(tx, place.holders, span, sourceOf(shift)).catch(throwOverlap);
}

type Ahead = { busy: boolean; seatId: string | null; weekMinutes: number };

/** In one statement: is the person committed then, which seat is free, what hours has the week. */
async function lookAhead(tx: Tx, shift: Claimant, span: Span): Promise<Ahead> {
  const monday = mondayOf(span.date);
  const organisation = tx.tenant.id;
  // No two commitments of a holder overlap: the last one that begins before the end decides.
  const isTaken = (holder: ReturnType<typeof sql.ref>) => sql`coalesce((
    select c.ends_at > ${span.startsAt} from commitment c
    where c.organisation_id = ${organisation} and c.holder_id = ${holder}
      and c.starts_at < ${span.endsAt}
      and (c.expires_at is null or c.expires_at > ${tx.now.toString()})
      and not (c.source_kind = 'shift' and c.source_id = ${shift.id})
    order by c.starts_at desc limit 1), false)`;
  const ahead = await sql<Ahead>`
    select
      ${isTaken(sql.ref('asked.person_id'))} as busy,
      (select seat.id from seat
        where seat.organisation_id = ${organisation} and seat.number <= ${shift.seats}
          and not ${isTaken(sql.ref('seat.id'))}
        order by seat.number limit 1) as "seatId",
      (select coalesce(sum(shift.minutes), 0)::integer from shift
        where shift.organisation_id = ${organisation} and shift.person_id = asked.person_id
          and shift.status = 'APPROVED' and shift.date between ${monday} and ${addDays(monday, 6)}
          and shift.id <> ${shift.id}) as "weekMinutes"
    from (select ${shift.person_id}::uuid as person_id) asked`.execute(tx.db);
  return ahead.rows[0] as Ahead;
}

// Checked a moment ago, taken since: looked at again, there is another seat, or names to refuse with.
function throwOverlap(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== 'time_taken') throw error;
  const holder = error.facts.holder as { kind: string };
  if (holder.kind === 'person') {
    throw new LostRace(409, 'person_busy', 'The person was committed elsewhere a moment ago.');
  }
  throw new LostRace(409, 'shift_overlaps', 'That time was taken a moment ago. Look at it again.');
}
