import { confirmSecondFactor as route } from '../../contract/routes.ts';
import { confirmSecret, keepRecoveryCodes, newRecoveryCodes } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { invalid, unauthenticated } from '../platform/problem.ts';
import { countTry, forgetTries } from '../platform/throttle.ts';
import { tellAccount } from './tell-account.ts';

/** Switches the second factor on; from now on the log-in asks for it. Gives the recovery codes. */
export const confirmSecondFactor = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const limits = [{ of: `first code of ${by.accountId}`, most: 10, minutes: 15 }];
  await countTry(app, limits);
  const codes = newRecoveryCodes();
  await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    if (!(await confirmSecret(tx, app.secrets, by.accountId, body.code))) {
      throw invalid({ code: ['This is no code of the app now. Is the telephone’s clock right?'] });
    }
    await keepRecoveryCodes(tx, app.secrets, by.accountId, codes);
    await tellAccount(tx, by, 'second_factor.enabled', 'second-factor-enabled');
  });
  await forgetTries(app, limits);
  return { message: 'Your log-in asks for a code from now on.', recovery_codes: codes };
});
