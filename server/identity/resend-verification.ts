import { resendVerification as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, Refusal } from '../platform/problem.ts';
import { lockAccount } from './account-store.ts';
import { askToVerify } from './ask-to-verify.ts';
import { wasJustIssued } from './one-time-token-store.ts';

/** Mails the link that confirms my address again; at most once a minute. 409 `already_verified`. */
export const resendVerification = action(route, async (tx) => {
  const account = found(await lockAccount(tx, tx.by.accountId));
  if (account.email_verified_at !== null) {
    throw new Refusal(409, 'already_verified', 'The address is verified already.');
  }
  if (await wasJustIssued(tx, account.id, 'verify-email')) {
    return {
      message: 'The mail went out a moment ago. Look into the spam folder too.',
      sent: false,
    };
  }
  const entry = await record(tx, 'verification.requested', tx.by.personId, {});
  await askToVerify(tx, entry, account.id, { personId: tx.by.personId, email: account.email });
  return { message: 'The mail is on its way.', sent: true };
});
