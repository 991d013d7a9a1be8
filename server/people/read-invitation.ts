import { readInvitation as route } from '../../contract/routes.ts';
import { getAccountByEmail, invitedBy, readOutside, roleName } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';

/** What an invitation leads to, for whoever holds its token: they read mail at its address. */
export const readInvitation = publicCall(route, async ({ app, facts, body }) => {
  const invited = await invitedBy(app, facts, body.token, 'token');
  const account = await readOutside(app, (outside) => getAccountByEmail(outside, invited.email));
  return {
    organisation_name: invited.tenant.name,
    email: invited.email,
    full_name: invited.fullName === invited.email ? null : invited.fullName,
    role_name: roleName(invited.role, invited.ownRoleName),
    inviter: invited.inviter,
    expires_at: invited.expiresAt,
    has_account: account?.password_hash != null,
  };
});
