import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import { insertAll } from '../platform/insert-all.ts';
import { violates } from '../platform/postgres-error.ts';
import { LostRace } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { type Holder, placeOf, type Source } from './claim.ts';
import type { Span } from './time.ts';

/** A holder who is to be committed to a span. */
export type Claim = { holder: Holder; span: Span; source: Source };

/**
 * Commits many holders to spans in one statement. The caller has locked the holders and looked that
 * they are free; what was taken since by something that locks nobody is `time_taken`, and run again.
 */
export async function claimAll(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const rows = claims.map(({ holder, span, source }) => ({
    organisation_id: tx.tenant.id,
    id: newId(),
    holder_kind: holder.kind,
    holder_id: holder.id,
    source_kind: source.kind,
    source_id: source.id,
    firmness: 'firm',
    ...placeOf(span),
  }));
  await releaseExpired(tx, claims);
  await insertAll(tx, 'commitment', rows).catch((error) => {
    if (!violates(error, 'commitment_no_overlap')) throw error;
    throw new LostRace(409, 'time_taken', 'That time was taken a moment ago. Look at it again.');
  });
}

// What is held for somebody and ran out stands there until someone claims its time; all of a source at once.
async function releaseExpired(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const wanted = claims.map(({ holder, span }) => ({
    ...{ holder_id: holder.id, starts_at: span.startsAt, ends_at: span.endsAt },
  }));
  await sql`delete from commitment where organisation_id = ${tx.tenant.id}
    and (source_kind, source_id) in (
      select over.source_kind, over.source_id from commitment over
      join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (holder_id uuid, starts_at timestamptz, ends_at timestamptz)
        on over.holder_id = wanted.holder_id and over.starts_at < wanted.ends_at
          and over.ends_at > wanted.starts_at
      where over.organisation_id = ${tx.tenant.id} and over.firmness = 'held'
        and over.expires_at <= ${tx.now.toString()})`.execute(tx.db);
}

/** Frees what these sources of one kind had committed. */
export async function releaseAll(
  tx: Tx,
  kind: Source['kind'],
  ids: readonly string[],
): Promise<void> {
  await sql`delete from commitment where organisation_id = ${tx.tenant.id}
    and source_kind = ${kind} and source_id = any(${ids}::uuid[])`.execute(tx.db);
}
