import encodeQR from 'qr';
import { enrolSecondFactor as route } from '../../contract/routes.ts';
import { getAccount, keepSecret, newSecret, uriOf } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { found, Refusal, unauthenticated } from '../platform/problem.ts';

/** A new secret, as text and as a picture. Nothing is asked for until a code of it was given back. */
export const enrolSecondFactor = publicCall(route, async ({ app, caller, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const secret = newSecret();
  const email = await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    const account = found(await getAccount(tx, by.accountId));
    if (!(await keepSecret(tx, app.secrets, by.accountId, secret))) {
      throw new Refusal(409, 'second_factor_on', 'The second factor is on already.');
    }
    await record(tx, 'second_factor.enrolled', by.personId, {});
    return account.email;
  });
  const uri = uriOf(secret, email);
  return { secret, uri, qr: encodeQR(uri, 'svg', { ecc: 'medium' }) };
});
