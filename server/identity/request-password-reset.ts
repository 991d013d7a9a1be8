import { setTimeout as pause } from 'node:timers/promises';
import { requestPasswordReset as route } from '../../contract/routes.ts';
import { queueMessage } from '../inbox/module.ts';
import { publicCall } from '../platform/action.ts';
import { type App, write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import {
  getAccountByEmail,
  lockAccount,
  readOutside,
  unsafeFindMemberships,
} from './account-store.ts';
import { goodFor, issueOneTimeToken, wasJustIssued } from './one-time-token-store.ts';

// Longer than the work for an address that exists, so that time does not tell which does.
const answerAfterMs = 150;

/** Mails a reset link, at most once a minute; the same answer after the same time for any address. */
export const requestPasswordReset = publicCall(route, async ({ app, body, facts }) => {
  const sent = sendResetLink(app, body.email.toLowerCase(), facts.requestId);
  await Promise.all([sent, pause(answerAfterMs)]);
  return { message: 'If this address has an account, a mail with a link is on its way.' };
});

async function sendResetLink(app: App, email: string, requestId: string): Promise<void> {
  const account = await readOutside(app, (outside) => getAccountByEmail(outside, email));
  if (!account) return;
  const memberships = await unsafeFindMemberships(app.systemPool, account.id);
  const home = memberships.find((membership) => membership.active);
  if (!home) return;
  await write(app, home.tenant, { requestId }, async (tx) => {
    await lockAccount(tx, account.id);
    if (await wasJustIssued(tx, account.id, 'reset-password')) return;
    const id = await issueOneTimeToken(tx, account.id, 'reset-password', goodFor.reset);
    const entry = await record(tx, 'password_reset.requested', home.personId, {});
    const recipient = { personId: home.personId, email };
    await queueMessage(tx, entry, 'reset-password', [recipient], { one_time_token: id });
  });
}
