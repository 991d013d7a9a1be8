import { sql } from 'kysely';
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

/** Someone who is known by their e-mail alone, as they signed up. */
export type KnownPerson = {
  email: string;
  firstName: string;
  lastName: string;
  language: string | null;
};

/**
 * The entry with this e-mail, made if there is none; one that is new, or that nobody sees, has the name
 * given now. It is not in the directory for that: it stands as withdrawn until someone lets it in, and is
 * what messages and sign-ups point to.
 */
export async function rememberPerson(tx: Tx, person: KnownPerson): Promise<string> {
  const now = tx.now.toString();
  const named = {
    ...{ first_name: person.firstName, last_name: person.lastName },
    ...(person.language !== null && { language: person.language }),
    updated_at: now,
  };
  const { id } = await tx.db
    .insertInto('person')
    .values({
      ...{ organisation_id: tx.tenant.id, id: newId(), email: person.email, ...named },
      ...{ role: 'member', standing: 'withdrawn', active: false, created_at: now },
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'email']).doUpdateSet((eb) => ({
        first_name: sql<string>`CASE WHEN person.standing = 'withdrawn'
          THEN ${eb.ref('excluded.first_name')} ELSE person.first_name END`,
        last_name: sql<string>`CASE WHEN person.standing = 'withdrawn'
          THEN ${eb.ref('excluded.last_name')} ELSE person.last_name END`,
        language: sql<string | null>`CASE WHEN person.standing = 'withdrawn'
          THEN coalesce(${eb.ref('excluded.language')}, person.language) ELSE person.language END`,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
