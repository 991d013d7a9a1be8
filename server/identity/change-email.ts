import { changeEmail as route } from '../../contract/routes.ts';
import { queueMessage } from '../inbox/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { found, invalid, unauthenticated } from '../platform/problem.ts';
import { countTry } from '../platform/throttle.ts';
import { getAccount, getAccountByEmail, lockAccount, readOutside } from './account-store.ts';
import { insertEmailChange, wasJustAsked } from './email-change-store.ts';
import { forgivePassword, passwordLimits } from './login-limits.ts';
import { checkPassword } from './password.ts';

/**
 * Asks for another address. Whoever does proves again who they are, and the new address is asked to
 * confirm; until then nothing changes. The tries are those of the log-in.
 */
export const changeEmail = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const email = body.email.toLowerCase();
  const account = found(await readOutside(app, (outside) => getAccount(outside, by.accountId)));
  const limits = passwordLimits(app, facts, account.email);
  await countTry(app, limits);
  if (!(await checkPassword(account.password_hash, body.password))) {
    throw invalid({ password: ['This is not your password.'] });
  }
  await forgivePassword(app, limits);
  if (email === account.email) throw invalid({ email: ['This is your address already.'] });
  if (await readOutside(app, (outside) => getAccountByEmail(outside, email))) {
    throw invalid({ email: ['Someone has an account with this address.'] });
  }

  return write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await lockAccount(tx, account.id);
    if (await wasJustAsked(tx, account.id)) {
      return {
        message: 'A mail went out a moment ago. Wait a minute before you ask again.',
        sent: false,
      };
    }
    const id = await insertEmailChange(tx, account.id, email);
    const entry = await record(tx, 'email.change_requested', by.personId, {});
    const recipient = { personId: by.personId, email };
    await queueMessage(tx, entry, 'confirm-email', [recipient], { one_time_token: id });
    return {
      message: `Open the link in the mail to ${email}. Until then nothing changes.`,
      sent: true,
    };
  });
});
