import { logoutAll as route } from '../../contract/routes.ts';
import {
  endAndRecord,
  refreshCookie,
  unsafeFindMemberships,
  unsafeInTenant,
} from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { unauthenticated } from '../platform/problem.ts';

/** Ends all my sessions in one commit, in every organisation; this one is spared if asked. */
export const logoutAll = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const keep = body.keep_this ? by.sessionId : null;
  const memberships = await unsafeFindMemberships(app.systemPool, by.accountId);
  let ended = 0;
  await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    ended = 0;
    for (const { tenant: there, personId } of memberships) {
      ended += await unsafeInTenant(tx, there, (inside) =>
        endAndRecord(
          { ...inside, by: { ...by, personId } },
          { account_id: by.accountId, except: keep },
          'logout',
        ),
      );
    }
  });
  if (!keep) facts.setCookie(refreshCookie, null, 0);
  const message = keep ? 'Your other sessions have ended.' : 'All your sessions have ended.';
  return { message, sessions_ended: ended };
});
