import { makeRecoveryCodes as route } from '../../contract/routes.ts';
import { getSecondFactor, keepRecoveryCodes, newRecoveryCodes } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { Refusal, unauthenticated } from '../platform/problem.ts';

/** New recovery codes for a second factor that is on; those before are void. */
export const makeRecoveryCodes = publicCall(route, async ({ app, caller, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const codes = newRecoveryCodes();
  await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    if (!(await getSecondFactor(tx, by.accountId))) throw secondFactorOff();
    await keepRecoveryCodes(tx, app.secrets, by.accountId, codes);
    await record(tx, 'recovery_codes.made', by.personId, {});
  });
  return { recovery_codes: codes };
});

/** 409: there is nothing to switch off, or to recover from. */
export function secondFactorOff(): Refusal {
  return new Refusal(409, 'second_factor_off', 'The second factor is off.');
}
