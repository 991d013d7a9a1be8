import { type RawBuilder, sql } from 'kysely';
import { violates } from '../platform/postgres-error.ts';
import { Refusal } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';

type NewRole = { id: string; name: string; permissions: string[] };

/** Writes an own role. 409 `role_exists`. */
export async function insertRole(tx: Tx, role: NewRole): Promise<void> {
  const now = tx.now.toString();
  const row = { organisation_id: tx.tenant.id, ...role, created_at: now, updated_at: now };
  await oneOfAName(tx.db.insertInto('role').values(row).execute());
}

/** Locks an own role until the transaction ends. */
export function lockRole(tx: Tx, id: string) {
  return tx.db
    .selectFrom('role')
    .select(['id', 'name', 'permissions', 'version'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Writes an own role as its next version. 409 `role_exists`. */
export async function updateRole(tx: Tx, { id, name, permissions }: NewRole): Promise<void> {
  const version: RawBuilder<number> = sql`version + 1`;
  await oneOfAName(
    tx.db
      .updateTable('role')
      .set({ name, permissions, version, updated_at: tx.now.toString() })
      .where('organisation_id', '=', tx.tenant.id)
      .where('id', '=', id)
      .execute(),
  );
}

/** Deletes an own role; false when someone has it. */
export async function deleteUnusedRole(tx: Tx, id: string): Promise<boolean> {
  try {
    await tx.db
      .deleteFrom('role')
      .where('organisation_id', '=', tx.tenant.id)
      .where('id', '=', id)
      .execute();
    return true;
  } catch (error) {
    if (violates(error, 'person_own_role')) return false;
    throw error;
  }
}

/** How many people have each built-in role. */
export async function countBuiltIn(read: Read): Promise<Map<string, number>> {
  const rows = await read.db
    .selectFrom('person')
    .select((eb) => ['role', eb.fn.countAll<string>().as('people')])
    .where('organisation_id', '=', read.tenant.id)
    .where('own_role_id', 'is', null)
    .groupBy('role')
    .execute();
  return new Map(rows.map(({ role, people }) => [role, Number(people)]));
}

async function oneOfAName(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (!violates(error, 'role_one_of_a_name')) throw error;
    throw new Refusal(409, 'role_exists', 'The organisation has a role of this name already.');
  }
}
