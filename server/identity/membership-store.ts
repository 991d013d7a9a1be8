import type { RoleId } from '../../contract/identity/permissions.ts';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';

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

function lastOwner(): Refusal {
  return new Refusal(
    409,
    'last_owner',
    'This is the last owner. Make someone else an owner first.',
  );
}
