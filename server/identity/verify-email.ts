import { verifyEmail as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { readMailToken } from '../platform/mail-token.ts';
import {
  getAccount,
  readOutside,
  unsafeFindMemberships,
  unsafeInTenant,
  verifyAccount,
} from './account-store.ts';
import { guarded } from './login-limits.ts';
import { getOneTimeToken, unknownToken, useOneTimeToken } from './one-time-token-store.ts';

const message = 'Your e-mail address is confirmed.';

/** Confirms an address with the token of the mail; the same link opened again says so again. */
export const verifyEmail = publicCall(route, async ({ app, body, facts }) => {
  const token = await guarded(app, facts, async () => {
    const id = readMailToken(app.secrets, 'verify-email', body.token);
    const token = id && (await readOutside(app, (outside) => getOneTimeToken(outside, id)));
    if (!token) throw unknownToken();
    return token;
  });
  const memberships = await unsafeFindMemberships(app.systemPool, token.account_id);
  const [home] = memberships;
  if (!home) throw unknownToken();

  await write(app, home.tenant, { requestId: facts.requestId }, async (tx) => {
    if (!(await useOneTimeToken(tx, token.id, 'verify-email'))) {
      const used = (await getOneTimeToken(tx, token.id))?.used_at;
      const account = await getAccount(tx, token.account_id);
      if (used && account?.email_verified_at) return;
      throw unknownToken();
    }
    if (!(await verifyAccount(tx, token.account_id))) return;
    for (const { tenant, personId } of memberships) {
      await unsafeInTenant(tx, tenant, (there) => record(there, 'email.verified', personId, {}));
    }
  });
  return { message };
});
