import { readSecondFactor as route } from '../../contract/routes.ts';
import { getSecondFactor } from '../identity/module.ts';
import { query } from '../platform/action.ts';

/** Whether my log-in asks for a second factor. */
export const readSecondFactor = query(route, async (view) => {
  const factor = await getSecondFactor(view, view.by.accountId);
  return {
    enabled: factor !== null,
    since: factor?.since ?? null,
    recovery_codes_left: factor?.recoveryCodesLeft ?? 0,
  };
});
