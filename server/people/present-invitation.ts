import type { Invitation } from '../../contract/people/invitation.ts';
import { type InvitationRow, roleName } from '../identity/module.ts';

/** An open invitation as the API shows one. */
export function presentInvitation(row: InvitationRow, now: Temporal.Instant): Invitation {
  const expiresAt = Temporal.Instant.from(row.expires_at);
  return {
    id: row.id,
    person: row.person_id,
    email: row.email,
    full_name: row.full_name,
    role: row.role,
    role_name: roleName(row.role, row.own_role_name),
    invited_by_name: row.invited_by_name,
    created_at: row.created_at,
    expires_at: row.expires_at,
    expired: Temporal.Instant.compare(expiresAt, now) <= 0,
  };
}
