import { resetPasswordByLink as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { resetByToken } from './reset-password.ts';

/** Sets a new password as `resetPassword` does, for front ends that have the token in the address. */
export const resetPasswordByLink = publicCall(route, async ({ app, params, body, facts }) =>
  resetByToken(app, facts, params.token, body),
);
