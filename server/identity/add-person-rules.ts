import type { Permissions } from '../../contract/identity/permissions.ts';
import type { Refused } from '../platform/problem.ts';
import { whyAboveOwn } from './role.ts';

/** Whether someone may add a person who may do `theirs`, and send them an invitation. */
export function mayAdd(
  by: { permissions: Permissions; verified: boolean },
  theirs: Permissions,
  invites: boolean,
): Refused | null {
  const above = whyAboveOwn(by, theirs);
  if (above) return above;
  if (invites && !by.verified) {
    return {
      status: 403,
      code: 'verify_first',
      detail: 'Verify your own e-mail address before messages go to others.',
    };
  }
  return null;
}
