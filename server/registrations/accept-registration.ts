import { acceptRegistration as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { accept } from './let-in.ts';
import { linkTo } from './link-to.ts';
import { presentRegistration } from './present-registration.ts';
import { whyNotAccept } from './registration.ts';
import { lockRegistration } from './registration-row.ts';

/** An admin accepts a sign-up, of whoever it is or of the person named. */
export const acceptRegistration = action(route, async (tx, { params, body }) => {
  const row = found(await lockRegistration(tx, params.id));
  if (row.state === 'accepted') refuseIf(whyNotAccept(row));
  const linked = body.person ? await linkTo(tx, row, body.person) : row;
  return presentRegistration(tx, await accept(tx, linked));
});
