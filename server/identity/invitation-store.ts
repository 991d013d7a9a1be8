import type pg from 'pg';
import type { RoleId } from '../../contract/identity/permissions.ts';
import { newId } from '../platform/id.ts';
import type { Read, Tenant, Tx } from '../platform/scope.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';

/** An invitation as it is stored, with whom it is for and who sent it. */
export type InvitationRow = Awaited<ReturnType<typeof getInvitation>> & {};

/** The link in an invitation is good for a week. */
const goodForHours = { hours: 7 * 24 } as const;

/** The organisation's open invitations, expired ones too: they can be sent again. */
export function selectInvitations(read: Read) {
  return read.db
    .selectFrom('invitation as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.person_id'),
    )
    .leftJoin('person as b', (join) =>
      join.onRef('b.organisation_id', '=', 'i.organisation_id').onRef('b.id', '=', 'i.invited_by'),
    )
    .leftJoin('role as r', (join) =>
      join.onRef('r.organisation_id', '=', 'p.organisation_id').onRef('r.id', '=', 'p.own_role_id'),
    )
    .select(['i.id', 'i.person_id', 'i.email', 'i.created_at', 'i.expires_at', 'p.full_name'])
    .select(['p.role', 'r.name as own_role_name', 'r.permissions as own_permissions'])
    .select('b.full_name as invited_by_name')
    .where('i.organisation_id', '=', read.tenant.id)
    .where('i.outcome', 'is', null);
}

/** One open invitation of the organisation. */
export function getInvitation(read: Read, id: string) {
  return selectInvitations(read).where('i.id', '=', id).executeTakeFirst();
}

/** Writes a new link for someone; one before it must have ended. Returns its id, which its token is made from. */
export async function insertInvitation(
  tx: Tx,
  person: { id: string; email: string },
): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('invitation')
    .values({
      organisation_id: tx.tenant.id,
      id,
      person_id: person.id,
      email: person.email,
      invited_by: tx.by?.personId ?? null,
      created_at: tx.now.toString(),
      expires_at: tx.now.add(goodForHours).toString(),
    })
    .execute();
  return id;
}

/** Ends an open invitation; false when it has ended already, or (to accept) has expired. Of two at once, one wins. */
export async function endInvitation(
  tx: Tx,
  id: string,
  outcome: 'accepted' | 'revoked' | 'replaced',
): Promise<boolean> {
  const ended = await tx.db
    .updateTable('invitation')
    .set({ ended_at: tx.now.toString(), outcome })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .$if(outcome === 'accepted', (open) => open.where('expires_at', '>', tx.now.toString()))
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** What a link leads to. */
export type Invited = {
  id: string;
  tenant: Tenant;
  personId: string;
  email: string;
  fullName: string;
  role: RoleId;
  ownRoleName: string | null;
  inviter: string | null;
  expiresAt: string;
};

/** The open invitation with this id, in whatever organisation; expired or not. */
export async function unsafeFindInvitation(
  systemPool: pg.Pool,
  id: string,
): Promise<Invited | undefined> {
  const row = await unsafeAcrossTenants(systemPool, (db) =>
    db
      .selectFrom('invitation as i')
      .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
      .innerJoin('person as p', (join) =>
        join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.person_id'),
      )
      .leftJoin('role as r', (join) =>
        join
          .onRef('r.organisation_id', '=', 'p.organisation_id')
          .onRef('r.id', '=', 'p.own_role_id'),
      )
      .leftJoin('person as b', (join) =>
        join
          .onRef('b.organisation_id', '=', 'i.organisation_id')
          .onRef('b.id', '=', 'i.invited_by'),
      )
      .select(['o.id', 'o.name', 'o.slug', 'o.time_zone as timeZone', 'i.id as invitation'])
      .select(['i.person_id as personId', 'i.email', 'i.expires_at as expiresAt'])
      .select(['p.full_name as fullName', 'p.role', 'r.name as ownRoleName'])
      .select('b.full_name as inviter')
      .where('i.id', '=', id)
      .where('i.outcome', 'is', null)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  const { id: organisation, name, slug, timeZone, invitation, ...invited } = row;
  return { ...invited, id: invitation, tenant: { id: organisation, name, slug, timeZone } };
}
