import { sql } from 'kysely';
import type { RoleId } from '../../contract/identity/permissions.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';

/**
 * Sets the role of a person, or whether they are active. The database keeps an active owner in every
 * organisation, whatever runs at the same moment: 409 `last_owner`.
 */
export async function updateMembership(
  tx: Tx,
  id: string,
  change: { role?: RoleId; active?: boolean },
): Promise<void> {
  try {
    await tx.db
      .updateTable('person')
      .set({ ...change, updated_at: tx.now.toString() })
      .where('organisation_id', '=', tx.tenant.id)
      .where('id', '=', id)
      .execute();
  } catch (error) {
    if (violates(error, 'person_last_owner')) throw lastOwner();
    throw error;
  }
}

/** Whether someone is the one active owner of the organisation. */
export async function isLastOwner(read: Read, personId: string): Promise<boolean> {
  const owners = await read.db
    .selectFrom('person')
    .select('id')
    .where('organisation_id', '=', read.tenant.id)
    .where('role', '=', sql.lit('owner'))
    .where('active', '=', sql.lit(true))
    .limit(sql.lit(2))
    .execute();
  return owners.length === 1 && owners[0]?.id === personId;
}

function lastOwner(): Refusal {
  return new Refusal(
    409,
    'last_owner',
    'This is the last owner. Make someone else an owner first.',
  );
}
