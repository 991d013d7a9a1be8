import { declineRegistration as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { decline } from './decline.ts';
import { presentRegistration } from './present-registration.ts';
import { lockRegistration } from './registration-row.ts';

/** An admin declines a sign-up, with a reason if they like. */
export const declineRegistration = action(route, async (tx, { params, body }) => {
  const row = found(await lockRegistration(tx, params.id));
  return presentRegistration(tx, await decline(tx, row, body.reason ?? ''));
});
