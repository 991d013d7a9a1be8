import { sql } from 'kysely';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import type { Holder, Source } from './claim.ts';

/**
 * Puts other holders of one kind into the commitments of these sources, all in one statement: at no
 * moment is nobody committed, and two may change places. 409 `time_taken` when one is not free.
 */
export async function changeHolders(
  tx: Tx,
  kind: Holder['kind'],
  changes: readonly { source: Source; holder: Holder }[],
): Promise<void> {
  if (changes.length === 0) return;
  const kinds = changes.map(({ source }) => source.kind);
  const sources = changes.map(({ source }) => source.id);
  const holders = changes.map(({ holder }) => holder.id);
  await sql`update commitment set holder_id = changed.holder_id
    from unnest(${kinds}::text[], ${sources}::uuid[], ${holders}::uuid[])
      as changed (source_kind, source_id, holder_id)
    where commitment.organisation_id = ${tx.tenant.id} and commitment.holder_kind = ${kind}
      and commitment.source_kind = changed.source_kind
      and commitment.source_id = changed.source_id`
    .execute(tx.db)
    .catch((error) => {
      if (!violates(error, 'commitment_no_overlap')) throw error;
      throw new Refusal(409, 'time_taken', 'That time was taken a moment ago. Look at it again.');
    });
}
