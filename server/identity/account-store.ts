import { sql } from 'kysely';
import type pg from 'pg';
import {
  type Permissions,
  permissionsOf,
  type RoleId,
} from '../../contract/identity/permissions.ts';
import { type App, read } from '../platform/app.ts';
import type { Read, Tenant, Tx } from '../platform/scope.ts';
import { tenantOf } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';

/** A log-in: what is needed to check it. */
export type Account = {
  id: string;
  email: string;
  password_hash: string | null;
  email_verified_at: string | null;
};

const columns = ['id', 'email', 'password_hash', 'email_verified_at'] as const;

/** The account with this e-mail. Accounts belong to no organisation; any scope sees them. */
export function getAccountByEmail(scope: Read, email: string): Promise<Account | undefined> {
  return scope.db
    .selectFrom('account')
    .select(columns)
    .where('email', '=', email)
    .executeTakeFirst();
}

/** The account with this id. */
export function getAccount(scope: Read, id: string): Promise<Account | undefined> {
  return scope.db.selectFrom('account').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Locks an account until the transaction ends; its mails and its password change one at a time. */
export function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  return tx.db
    .selectFrom('account')
    .select(columns)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Makes an account; false when the e-mail has one already. */
export async function insertAccount(
  tx: Tx,
  account: { id: string; email: string; passwordHash: string | null; verified?: boolean },
): Promise<boolean> {
  const made = await tx.db
    .insertInto('account')
    .values({
      id: account.id,
      email: account.email,
      password_hash: account.passwordHash,
      email_verified_at: account.verified ? tx.now.toString() : null,
      created_at: tx.now.toString(),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Sets a new password; whoever could read the mail to set it has the address too. */
export async function setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.db
    .updateTable('account')
    .set((eb) => ({
      password_hash: passwordHash,
      email_verified_at: eb.fn.coalesce('email_verified_at', sql<string>`${tx.now.toString()}`),
    }))
    .where('id', '=', id)
    .execute();
}

/** Sets a new password of someone who knew the one before. */
export async function replacePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', id)
    .execute();
}

/** Replaces a hash by a stronger one of the same password, unless the password changed meanwhile. */
export async function strengthenHash(
  tx: Tx,
  id: string,
  weak: string,
  strong: string,
): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ password_hash: strong })
    .where('id', '=', id)
    .where('password_hash', '=', weak)
    .execute();
}

/**
 * Locks the account while its password is still `passwordHash`: a log-in that checked the old
 * password can't slip past a reset that runs at the same moment. False when it changed.
 */
export async function lockPassword(tx: Tx, id: string, passwordHash: string): Promise<boolean> {
  const same = await tx.db
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('password_hash', '=', passwordHash)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return same !== undefined;
}

/** Confirms the e-mail address; false when it was confirmed before. */
export async function verifyAccount(tx: Tx, id: string): Promise<boolean> {
  const verified = await tx.db
    .updateTable('account')
    .set({ email_verified_at: tx.now.toString() })
    .where('id', '=', id)
    .where('email_verified_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return verified !== undefined;
}

/** An account's place in one organisation. */
export type Membership = {
  tenant: Tenant;
  personId: string;
  fullName: string;
  role: RoleId;
  permissions: Permissions;
  ownRoleName: string | null;
  active: boolean;
};

/** Where an account belongs, the organisation it used last first, then the one it joined first. */
export function unsafeFindMemberships(
  systemPool: pg.Pool,
  accountId: string,
): Promise<Membership[]> {
  return unsafeAcrossTenants(systemPool, async (db) => {
    const rows = await db
      .selectFrom('person as p')
      .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
      .leftJoin('role as r', (join) =>
        join
          .onRef('r.organisation_id', '=', 'p.organisation_id')
          .onRef('r.id', '=', 'p.own_role_id'),
      )
      .select((eb) => [
        ...(['o.id', 'o.name', 'o.slug', 'o.time_zone', 'o.systems_off'] as const),
        ...(['r.permissions as own_permissions', 'r.name as own_role_name'] as const),
        ...(['p.id as person_id', 'p.full_name', 'p.role', 'p.active'] as const),
        eb
          .selectFrom('session as s')
          .select((inner) => inner.fn.max('s.used_at').as('last'))
          .whereRef('s.organisation_id', '=', 'p.organisation_id')
          .whereRef('s.person_id', '=', 'p.id')
          .where('s.account_id', '=', accountId)
          .as('last_used'),
      ])
      .where('p.account_id', '=', accountId)
      .orderBy('last_used', (order) => order.desc().nullsLast())
      .orderBy('p.created_at')
      .execute();
    return rows.map((row) => ({
      tenant: tenantOf(row),
      personId: row.person_id,
      fullName: row.full_name,
      role: row.role,
      permissions: permissionsOf(row.role, row.own_permissions),
      ownRoleName: row.own_role_name,
      active: row.active,
    }));
  });
}

/**
 * Runs a part of a transaction in another organisation of the same account, and returns to the
 * first: what must happen everywhere at once (a new password) happens in one commit.
 */
export async function unsafeInTenant<T>(
  tx: Tx,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const enter = (id: string) =>
    sql`SELECT set_config('callboard.organisation', ${id}, true)`.execute(tx.db);
  await enter(tenant.id);
  const result = await work({ ...tx, tenant });
  await enter(tx.tenant.id);
  return result;
}

// No organisation has this id, so row-level security shows nothing of any.
const nowhere: Tenant = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '',
  slug: '',
  timeZone: 'UTC',
};

/** A read of what belongs to no organisation: accounts and one-time tokens. */
export function readOutside<T>(app: App, work: (outside: Read) => Promise<T>): Promise<T> {
  return read(app, nowhere, work);
}
