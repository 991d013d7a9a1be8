import { sendPasswordReset as route } from '../../contract/routes.ts';
import {
  getAccountByEmail,
  goodFor,
  issueOneTimeToken,
  lockAccount,
  wasJustIssued,
} from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, Refusal, refuseIf } from '../platform/problem.ts';
import { lockPersonRow } from './lock-person-row.ts';
import { whyNotSendReset } from './person-rules.ts';

/**
 * Mails someone a link to choose a password, to the address of their account; whoever has none yet
 * gets their invitation again. The admin never sees the link.
 */
export const sendPasswordReset = action(route, async (tx, { params }) => {
  const person = await lockPersonRow(tx, params.id);
  refuseIf(whyNotSendReset(tx.by, person));
  const known = await getAccountByEmail(tx, person.email);
  if (!known) throw new Refusal(409, 'no_account', 'They have no log-in.');
  const account = found(await lockAccount(tx, known.id));
  if (await wasJustIssued(tx, account.id, 'reset-password')) {
    return { message: `A link went to ${person.full_name} a moment ago.`, sent: false };
  }
  const first = account.password_hash === null;
  const lifetime = first ? goodFor.invitation : goodFor.reset;
  const token = await issueOneTimeToken(tx, account.id, 'reset-password', lifetime);
  const event = first ? 'person.invited' : 'password_reset.requested';
  const entry = await record(tx, event, person.id, { full_name: person.full_name });
  const recipient = { personId: person.id, email: account.email };
  const data = { one_time_token: token, ...(first && { inviter: tx.by.fullName }) };
  await queueMessage(tx, entry, first ? 'invitation' : 'reset-password', [recipient], data);
  return { message: `A link is on its way to ${person.full_name}.`, sent: true };
});
