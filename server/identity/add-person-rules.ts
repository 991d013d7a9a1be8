import { type Role, roles } from '../../contract/identity/permissions.ts';
import type { Refused } from '../platform/problem.ts';

/** Whether someone may add a person in this role, and send them an invitation. */
export function mayAdd(
  by: { role: Role; verified: boolean },
  role: Role,
  invites: boolean,
): Refused | null {
  if (roles.indexOf(role) < roles.indexOf(by.role)) {
    return { status: 403, code: 'role_above_own', detail: 'Only an owner can add an owner.' };
  }
  if (invites && !by.verified) {
    return {
      status: 403,
      code: 'verify_first',
      detail: 'Verify your own e-mail address before messages go to others.',
    };
  }
  return null;
}
