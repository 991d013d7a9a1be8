import { confirmPassword as route } from '../../contract/routes.ts';
import { confirmSession, getSecondFactor, spendCode } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { type App, write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { forbidden, unauthenticated } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { countTry, forgetTries } from '../platform/throttle.ts';
import { provePassword } from './prove-password.ts';

/** Proves again who this session belongs to, as strongly as the log-in: password, and code if there is one. */
export const confirmPassword = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  await provePassword(app, caller, body.password);
  const limits = [{ of: `code in session ${by.sessionId}`, most: 5, minutes: 15 }];
  if (body.code !== undefined) await countTry(app, limits);
  await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await proveCode(app, tx, by.accountId, body.code);
    await confirmSession(tx, by.sessionId);
    await record(tx, 'session.confirmed', by.personId, { session: by.sessionId });
  });
  if (body.code !== undefined) await forgetTries(app, limits);
  return { message: 'Thank you. For 15 minutes you are not asked again.' };
});

async function proveCode(app: App, tx: Tx, accountId: string, code: string | undefined) {
  if (!(await getSecondFactor(tx, accountId))) return;
  if (code === undefined) {
    throw forbidden('Give a code of your authenticator app too.', 'code_needed');
  }
  if (await spendCode(tx, app.secrets, accountId, code)) return;
  throw forbidden('This code is wrong or was used before.', 'wrong_code');
}
