import type { RoleId } from '../../contract/identity/permissions.ts';
import type { Recipient } from '../inbox/module.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** A person's row, with whether the account's address is verified. */
export type PersonRow = {
  id: string;
  email: string;
  username: string | null;
  first_name: string;
  last_name: string;
  full_name: string;
  phone_number: string | null;
  role: RoleId;
  /** Of an own role: what it is called, and the permissions stored with it. */
  own_role_name: string | null;
  own_permissions: string[] | null;
  active: boolean;
  weekly_limit_minutes: number;
  created_at: string;
  email_verified_at: string | null;
  operator: boolean | null;
  version: number;
  standing: 'in' | 'invited' | 'withdrawn';
  time_zone: string | null;
  language: string | null;
  phone_verified_at: string | null;
  daily_limit_minutes: number | null;
  rest_minutes_min: number | null;
  photo_id: string | null;
};

/** What a new person needs. */
export type NewPerson = {
  id: string;
  accountId: string;
  email: string;
  firstName: string;
  lastName: string;
  role: RoleId;
  username?: string | undefined;
  phoneNumber?: string | undefined;
  weeklyLimitMinutes?: number | undefined;
};

/** Puts someone into the directory; false when the organisation has this account or e-mail already. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const limit = person.weeklyLimitMinutes;
  const made = await tx.db
    .insertInto('person')
    .values({
      organisation_id: tx.tenant.id,
      id: person.id,
      account_id: person.accountId,
      email: person.email,
      username: person.username ?? null,
      first_name: person.firstName,
      last_name: person.lastName,
      phone_number: person.phoneNumber ?? null,
      role: person.role,
      ...(limit !== undefined && { weekly_limit_minutes: limit }),
      created_at: tx.now.toString(),
      updated_at: tx.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/**
 * Puts someone into the directory: as the entry with their id that waits for them (they were invited),
 * or as a new one. False when the organisation has this account or e-mail already.
 */
export async function enterDirectory(tx: Tx, person: NewPerson): Promise<boolean> {
  const limit = person.weeklyLimitMinutes;
  const taken = await tx.db
    .updateTable('person')
    .set((eb) => ({
      account_id: person.accountId,
      username: person.username ?? null,
      first_name: person.firstName,
      last_name: person.lastName,
      ...(person.phoneNumber !== undefined && { phone_number: person.phoneNumber }),
      ...(limit !== undefined && { weekly_limit_minutes: limit }),
      role: person.role,
      standing: 'in' as const,
      active: true,
      version: eb('version', '+', 1),
      updated_at: tx.now.toString(),
    }))
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', person.id)
    .where('standing', '<>', 'in')
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined || insertPerson(tx, person);
}

/** Everyone of the organisation, with their accounts. */
export function selectPeople(read: Read) {
  return read.db
    .selectFrom('person as p')
    .leftJoin('account as a', 'a.id', 'p.account_id')
    .leftJoin('role as r', (join) =>
      join.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.id', '=', 'p.own_role_id'),
    )
    .select(['p.id', 'p.email', 'p.username', 'p.first_name', 'p.last_name', 'p.full_name'])
    .select(['p.phone_number', 'p.role', 'p.active', 'p.weekly_limit_minutes', 'p.created_at'])
    .select([
      'a.email_verified_at',
      'a.operator',
      'r.name as own_role_name',
      'r.permissions as own_permissions',
    ])
    .select(['p.version', 'p.standing', 'p.time_zone', 'p.language', 'p.phone_verified_at'])
    .select(['p.daily_limit_minutes', 'p.rest_minutes_min', 'p.photo_id'])
    .where('p.organisation_id', '=', read.tenant.id);
}

/** One person of the organisation. */
export function getPerson(read: Read, id: string): Promise<PersonRow | undefined> {
  return selectPeople(read).where('p.id', '=', id).executeTakeFirst();
}

/** The person with this e-mail, whether they are in or not. */
export function getPersonByEmail(read: Read, email: string) {
  return read.db
    .selectFrom('person')
    .select(['id', 'full_name', 'standing'])
    .where('organisation_id', '=', read.tenant.id)
    .where('email', '=', email)
    .executeTakeFirst();
}

/** What can be changed of a person; role and being active go through `updateMembership`. */
export type PersonChange = Partial<
  Pick<
    PersonRow,
    | ('first_name' | 'last_name' | 'phone_number' | 'phone_verified_at' | 'time_zone' | 'language')
    | ('weekly_limit_minutes' | 'daily_limit_minutes' | 'rest_minutes_min' | 'photo_id')
  >
>;

/** Changes a person, who gets a new version. */
export async function changePerson(tx: Tx, id: string, change: PersonChange): Promise<void> {
  await tx.db
    .updateTable('person')
    .set((eb) => ({
      ...change,
      version: eb('version', '+', 1),
      updated_at: tx.now.toString(),
    }))
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Locks a person until the transaction ends, for decisions about their time. */
export function lockPerson(tx: Tx, id: string) {
  return tx.db
    .selectFrom('person')
    .select(['id', 'full_name', 'email', 'active', 'role', 'weekly_limit_minutes'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Active owners and admins, to be told. */
export async function findAdmins(read: Read): Promise<Recipient[]> {
  return read.db
    .selectFrom('person')
    .select(['id as personId', 'email'])
    .where('organisation_id', '=', read.tenant.id)
    .where('role', 'in', ['owner', 'admin'])
    .where('active', '=', true)
    .orderBy('id')
    .execute();
}
