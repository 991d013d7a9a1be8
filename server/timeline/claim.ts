import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import type { Span } from './time.ts';

/** Whoever or whatever can be in one place at a time. */
export type Holder = { kind: 'person' | 'seat'; id: string };
/** What put the holder there: a shift, later a call, a duty, a reservation. */
export type Source = { kind: string; id: string };

/**
 * Commits the holders to a span. 409 `time_taken` when one of them has another commitment in it:
 * the exclusion constraint decides, whatever was checked before. `facts.holder` says who.
 */
export async function claim(
  tx: Tx,
  holders: readonly Holder[],
  span: Span,
  source: Source,
): Promise<void> {
  // One statement each, sent together: row security hides from the error whose time was taken.
  await Promise.all(holders.map((holder) => insertCommitment(tx, holder, span, source)));
}

async function insertCommitment(tx: Tx, holder: Holder, span: Span, source: Source): Promise<void> {
  await tx.db
    .insertInto('commitment')
    .values({
      organisation_id: tx.tenant.id,
      id: newId(),
      holder_kind: holder.kind,
      holder_id: holder.id,
      source_kind: source.kind,
      source_id: source.id,
      ...placeOf(span),
    })
    .execute()
    .catch((error) => throwTaken(error, holder));
}

/** The columns that a span fills. */
export function placeOf(span: Span) {
  return {
    starts_at: span.startsAt,
    ends_at: span.endsAt,
    local_start: span.localStart,
    local_end: span.localEnd,
    zone: span.zone,
    tz_version: span.tzVersion,
  };
}

function throwTaken(error: unknown, holder: Holder): never {
  if (!violates(error, 'commitment_no_overlap')) throw error;
  throw new Refusal(409, 'time_taken', 'That time was taken a moment ago.', { holder });
}
