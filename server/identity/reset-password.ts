import { resetPassword as route } from '../../contract/routes.ts';
import { queueMessage } from '../inbox/module.ts';
import { publicCall, type RequestFacts } from '../platform/action.ts';
import { type App, write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { readMailToken } from '../platform/mail-token.ts';
import type { Tx } from '../platform/scope.ts';
import {
  getAccount,
  lockAccount,
  readOutside,
  setPassword,
  unsafeFindMemberships,
  unsafeInTenant,
} from './account-store.ts';
import { rememberDevice } from './known-device.ts';
import { guarded } from './login-limits.ts';
import {
  getOneTimeToken,
  isGood,
  unknownToken,
  useOneTimeToken,
  voidOneTimeTokens,
} from './one-time-token-store.ts';
import { hashPassword } from './password.ts';
import { checkConfirmed, checkNewPassword } from './password-rules.ts';
import { endSessions } from './session-store.ts';

/**
 * Sets a new password with the one-time token of a mail, which also confirms the address. Ends all
 * sessions of the account, everywhere, in the same commit; nobody is logged in by it.
 */
export const resetPassword = publicCall(route, async ({ app, body, facts }) =>
  resetByToken(app, facts, body.token, body),
);

/** The same, with the token given apart from the passwords. */
export async function resetByToken(
  app: App,
  facts: RequestFacts,
  given: string,
  body: { password: string; password_confirm?: string },
): Promise<{ message: string }> {
  const token = await guarded(app, facts, () => findToken(app, given));
  const account = await readOutside(app, (outside) => getAccount(outside, token.account_id));
  const memberships = await unsafeFindMemberships(app.systemPool, token.account_id);
  const [home] = memberships;
  if (!account || !home) throw unknownToken();
  const personal = memberships.flatMap(({ fullName, tenant }) => [fullName, tenant.name]);
  checkConfirmed(body.password, body.password_confirm);
  checkNewPassword(body.password, [account.email, ...personal]);
  const passwordHash = await hashPassword(body.password);

  await write(app, home.tenant, { requestId: facts.requestId }, async (tx) => {
    await lockAccount(tx, account.id);
    if (!(await useOneTimeToken(tx, token.id, 'reset-password'))) throw unknownToken();
    await voidOneTimeTokens(tx, account.id, 'reset-password');
    await setPassword(tx, account.id, passwordHash);
    // Read again under the account's lock: someone may have been added elsewhere meanwhile.
    for (const membership of await unsafeFindMemberships(app.systemPool, account.id)) {
      const { tenant, personId } = membership;
      const entry = await unsafeInTenant(tx, tenant, (there) =>
        signOut(there, account.id, personId),
      );
      // A first password, after an invitation, is no news.
      if (tenant.id === home.tenant.id && account.password_hash !== null) {
        const recipient = { personId, email: account.email };
        await queueMessage(tx, entry, 'password-changed', [recipient], {});
      }
    }
  });
  // Whoever was shut out by strangers' tries comes in from here.
  rememberDevice(app, facts, account.email);
  return { message: 'Your new password is set. Log in with it.' };
}

async function findToken(app: App, given: string) {
  const id = readMailToken(app.secrets, 'reset-password', given);
  const token = id && (await readOutside(app, (outside) => getOneTimeToken(outside, id)));
  if (!token || !isGood(token, app.clock.now())) throw unknownToken();
  return token;
}

async function signOut(tx: Tx, accountId: string, personId: string): Promise<string> {
  const ended = await endSessions(tx, { account_id: accountId }, 'password_changed');
  return record(tx, 'password.changed', personId, { sessions_ended: ended.length });
}
