import { readRegistration as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { presentRegistration } from './present-registration.ts';
import { getRegistration } from './registration-row.ts';

/** One sign-up, with addresses at which its recordings are played. */
export const readRegistration = query(route, async (view, { params }) =>
  presentRegistration(view, found(await getRegistration(view, params.id))),
);
