import { confirmEmail as route } from '../../contract/routes.ts';
import { queueMessage } from '../inbox/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { readMailToken } from '../platform/mail-token.ts';
import { violates } from '../platform/postgres-error.ts';
import { found, Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import {
  lockAccount,
  readOutside,
  unsafeFindMemberships,
  unsafeInTenant,
} from './account-store.ts';
import {
  getEmailChange,
  setAccountEmail,
  setPersonEmail,
  takeEmailChange,
} from './email-change-store.ts';
import { guarded } from './login-limits.ts';
import { unknownToken, voidOneTimeTokens } from './one-time-token-store.ts';

/**
 * Gives an account its new address, in every organisation in the same commit, and tells the old one.
 * Links that went to the old address are dead. 409 `email_taken` when someone else has it meanwhile.
 */
export const confirmEmail = publicCall(route, async ({ app, body, facts }) => {
  const change = await guarded(app, facts, async () => {
    const id = readMailToken(app.secrets, 'confirm-email', body.token);
    const known = id && (await readOutside(app, (outside) => getEmailChange(outside, id)));
    if (known) return known;
    throw unknownToken();
  });
  const memberships = await unsafeFindMemberships(app.systemPool, change.account_id);
  const [home] = memberships;
  if (!home) throw unknownToken();

  await write(app, home.tenant, { requestId: facts.requestId }, async (tx) => {
    const { email: before } = found(await lockAccount(tx, change.account_id));
    if (!(await takeEmailChange(tx, change.id))) throw unknownToken();
    await setAccountEmail(tx, change.account_id, change.email).catch(throwTaken);
    for (const purpose of ['reset-password', 'verify-email'] as const) {
      await voidOneTimeTokens(tx, change.account_id, purpose);
    }
    // Read again under the account's lock: someone may have been added elsewhere meanwhile.
    for (const { tenant, personId } of await unsafeFindMemberships(
      app.systemPool,
      change.account_id,
    )) {
      const entry = await unsafeInTenant(tx, tenant, (there) =>
        moveTo(there, personId, change.email),
      );
      if (tenant.id !== home.tenant.id) continue;
      await queueMessage(tx, entry, 'email-changed', [{ personId, email: before }], {
        email: change.email,
      });
    }
  });
  const message = `Your address is ${change.email} now. Log in with it from now on.`;
  return { message, email: change.email };
});

async function moveTo(tx: Tx, personId: string, email: string): Promise<string> {
  await setPersonEmail(tx, personId, email).catch(throwTaken);
  return record(tx, 'email.changed', personId, {});
}

function throwTaken(error: unknown): never {
  if (
    !violates(error, 'account_email_key') &&
    !violates(error, 'person_organisation_id_email_key')
  ) {
    throw error;
  }
  throw new Refusal(
    409,
    'email_taken',
    'Someone else has this address meanwhile. Ask for another.',
  );
}
