import type { RoleId } from '../../contract/identity/permissions.ts';
import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';

/** Someone who is invited, before they say who they are. */
export type WaitingPerson = {
  email: string;
  firstName: string;
  lastName: string;
  role: RoleId;
  weeklyLimitMinutes?: number;
};

/**
 * Puts someone into the directory who is not in yet, or who was invited once and no longer. Returns
 * the id of their entry; null when the address has an entry already. Of two at once, one wins.
 */
export async function waitForPerson(tx: Tx, person: WaitingPerson): Promise<string | null> {
  const now = tx.now.toString();
  const limit = person.weeklyLimitMinutes;
  const columns = {
    first_name: person.firstName,
    last_name: person.lastName,
    role: person.role,
    ...(limit !== undefined && { weekly_limit_minutes: limit }),
    standing: 'invited' as const,
    active: false,
    updated_at: now,
  };
  const again = await tx.db
    .updateTable('person')
    .set(columns)
    .where('organisation_id', '=', tx.tenant.id)
    .where('email', '=', person.email)
    .where('standing', '=', 'withdrawn')
    .returning('id')
    .executeTakeFirst();
  if (again) return again.id;
  const made = await tx.db
    .insertInto('person')
    .values({
      organisation_id: tx.tenant.id,
      id: newId(),
      email: person.email,
      created_at: now,
      ...columns,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** Whoever was invited and is not in yet leaves the directory; the row stays, messages point to it. */
export async function withdrawPerson(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('person')
    .set({ standing: 'withdrawn', updated_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('standing', '=', 'invited')
    .execute();
}
