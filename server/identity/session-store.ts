import type { Kysely } from 'kysely';
import { permissionsOf } from '../../contract/identity/permissions.ts';
import type { Caller } from '../platform/action.ts';
import type { Actor, Read, Tx } from '../platform/scope.ts';
import type { Tables } from '../platform/tables.ts';
import { tenantOf } from '../platform/tenant.ts';
import type { AccessClaims } from './access-token.ts';

/** A session ends 30 days after its log-in, or 14 days after it was last used. */
export const sessionLivesFor = { hours: 30 * 24 } as const;
export const idleFor = { hours: 14 * 24 } as const;

/** Writes a session with its first refresh token. */
export async function insertSession(
  tx: Tx,
  by: Actor,
  refreshHash: Buffer,
  device: { userAgent: string; address: string },
): Promise<void> {
  const now = tx.now.toString();
  const session = {
    organisation_id: tx.tenant.id,
    id: by.sessionId,
    person_id: by.personId,
    account_id: by.accountId,
    user_agent: device.userAgent,
    address: device.address,
    created_at: now,
    used_at: now,
    confirmed_at: now,
    expires_at: tx.now.add(sessionLivesFor).toString(),
  };
  await tx.db.insertInto('session').values(session).execute();
  await insertRefreshToken(tx, by.sessionId, refreshHash);
}

/** Adds a refresh token to a session. */
export async function insertRefreshToken(tx: Tx, sessionId: string, hash: Buffer): Promise<void> {
  await tx.db
    .insertInto('refresh_token')
    .values({
      organisation_id: tx.tenant.id,
      hash,
      session_id: sessionId,
      created_at: tx.now.toString(),
    })
    .execute();
}

/** Marks a refresh token as spent and its session as used. */
export async function spendRefreshToken(
  tx: Tx,
  token: { hash: Buffer; session_id: string },
  successor: Buffer,
): Promise<void> {
  await tx.db
    .updateTable('refresh_token')
    .set({ spent_at: tx.now.toString(), successor })
    .where('organisation_id', '=', tx.tenant.id)
    .where('hash', '=', token.hash)
    .execute();
  await tx.db
    .updateTable('session')
    .set({ used_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', token.session_id)
    .execute();
}

/** The refresh token with this hash, if there is one. */
export function getRefreshToken(read: Read, hash: Buffer) {
  return read.db
    .selectFrom('refresh_token')
    .select(['hash', 'session_id', 'spent_at'])
    .where('organisation_id', '=', read.tenant.id)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

/** Locks a session that is alive, its person active; refreshing, reuse and log-out wait for each other. */
export function lockLiveSession(tx: Tx, sessionId: string) {
  return tx.db
    .selectFrom('session as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.id', 's.person_id', 's.account_id', 's.expires_at', 'p.email'])
    .where('s.organisation_id', '=', tx.tenant.id)
    .where('s.id', '=', sessionId)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', tx.now.toString())
    .where('s.used_at', '>', tx.now.subtract(idleFor).toString())
    .where('p.active', '=', true)
    .forNoKeyUpdate('s')
    .executeTakeFirst();
}

/** One session, all of an account but perhaps one, or all of a person. */
export type WhichSessions =
  | { id: string }
  | { account_id: string; except?: string | null }
  | { person_id: string };

/** Why a session ended. */
export type EndReason =
  | 'logout'
  | 'reused'
  | 'password_changed'
  | 'deactivated'
  | 'left'
  | 'ended'
  | 'ended by an admin';

/** Ends sessions of this organisation. Returns what it ended; the journal is told by `endAndRecord`. */
export async function endSessions(
  tx: Tx,
  which: WhichSessions,
  reason: EndReason,
): Promise<{ id: string; person_id: string }[]> {
  const { except = null, ...where } = { except: null, ...which };
  return tx.db
    .updateTable('session')
    .set({ ended_at: tx.now.toString(), end_reason: reason })
    .where('organisation_id', '=', tx.tenant.id)
    .where((eb) => eb.and(where))
    .$if(except !== null, (sessions) => sessions.where('id', '<>', except ?? ''))
    .where('ended_at', 'is', null)
    .returning(['id', 'person_id'])
    .execute();
}

/** Notes that a session's person has proved again who they are. */
export async function confirmSession(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('session')
    .set({ confirmed_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Who the session of these claims belongs to: alive, not idle too long, its person active. */
export async function findLiveSession(
  db: Kysely<Tables>,
  claims: AccessClaims,
  now: Temporal.Instant,
): Promise<Caller> {
  const row = await db
    .selectFrom('session as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.id', '=', 's.person_id'),
    )
    .innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .leftJoin('role as r', (join) =>
      join.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.id', '=', 'p.own_role_id'),
    )
    .select(['p.full_name', 'p.role', 'r.permissions as own_permissions', 'a.email_verified_at'])
    .select(['o.id', 'o.name', 'o.slug', 'o.time_zone', 'o.systems_off'])
    .select(['s.confirmed_at', 's.expires_at', 'a.operator'])
    .where('s.organisation_id', '=', claims.organisationId)
    .where('s.id', '=', claims.sessionId)
    .where('s.person_id', '=', claims.personId)
    .where('s.account_id', '=', claims.accountId)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now.toString())
    .where('s.used_at', '>', now.subtract(idleFor).toString())
    .where('p.active', '=', true)
    .executeTakeFirst();
  if (!row) return null;
  const { personId, accountId, sessionId } = claims;
  const verified = row.email_verified_at !== null;
  return {
    by: {
      ...{ personId, accountId, sessionId, fullName: row.full_name, verified },
      role: row.role,
      permissions: permissionsOf(row.role, row.own_permissions),
      operator: row.operator,
    },
    tenant: tenantOf(row),
    confirmedAtMs: Temporal.Instant.from(row.confirmed_at).epochMilliseconds,
    endsAtMs: Temporal.Instant.from(row.expires_at).epochMilliseconds,
  };
}
