import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import type { Span } from './time.ts';

/** Whoever or whatever can be in one place at a time. */
export type Holder = { kind: 'person' | 'seat' | 'resource'; id: string };
/** What put the holder there: a shift, later a call, a duty, a reservation. */
export type Source = { kind: string; id: string };

/**
 * Commits the holders to a span. 409 `time_taken` when one of them has another commitment in it:
 * the exclusion constraint decides, whatever was checked before. `facts.holder` says who. With
 * `heldUntil` it is held until then and no longer: what ran out is released by whoever claims next.
 */
export async function claim(
  tx: Tx,
  holders: readonly Holder[],
  span: Span,
  source: Source,
  heldUntil: string | null = null,
): Promise<void> {
  // One statement each, sent together: row security hides from the error whose time was taken.
  await Promise.all(holders.map((holder) => insertCommitment(tx, holder, span, source, heldUntil)));
}

async function insertCommitment(
  tx: Tx,
  holder: Holder,
  span: Span,
  source: Source,
  heldUntil: string | null,
): Promise<void> {
  await tx.db
    .with('released', (db) =>
      db
        .deleteFrom('commitment')
        .where('organisation_id', '=', tx.tenant.id)
        .where(({ eb, refTuple, selectFrom }) =>
          // All that a source holds goes at once: whoever makes it firm finds all or nothing.
          eb(
            refTuple('source_kind', 'source_id'),
            'in',
            selectFrom('commitment as over')
              .select(['over.source_kind', 'over.source_id'])
              .where('over.organisation_id', '=', tx.tenant.id)
              .where('over.firmness', '=', sql.lit('held'))
              .where('over.expires_at', '<=', tx.now.toString())
              .where('over.holder_id', '=', holder.id)
              .where('over.starts_at', '<', span.endsAt)
              .where('over.ends_at', '>', span.startsAt)
              .$asTuple('source_kind', 'source_id'),
          ),
        ),
    )
    .insertInto('commitment')
    .values({
      organisation_id: tx.tenant.id,
      id: newId(),
      holder_kind: holder.kind,
      holder_id: holder.id,
      source_kind: source.kind,
      source_id: source.id,
      ...placeOf(span),
      ...(heldUntil !== null && { firmness: 'held', expires_at: heldUntil }),
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
