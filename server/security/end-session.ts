import { endSession as route } from '../../contract/routes.ts';
import { endAndRecord, refreshCookie, unsafeFindOwnSessions } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { found, unauthenticated } from '../platform/problem.ts';

/** Ends a session of mine, wherever it was begun. 404 when it is not mine, or has ended. */
export const endSession = publicCall(route, async ({ app, caller, params, facts }) => {
  if (!caller) throw unauthenticated();
  const { accountId, sessionId } = caller.by;
  const sessions = await unsafeFindOwnSessions(app.systemPool, accountId, app.clock.now());
  const { id, personId, tenant } = found(sessions.find((session) => session.id === params.id));
  const by = { ...caller.by, personId };
  await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await endAndRecord(tx, { id }, 'ended');
  });
  if (id === sessionId) facts.setCookie(refreshCookie, null, 0);
  return { message: 'The session has ended.' };
});
