import { listSessions as route } from '../../contract/routes.ts';
import { unsafeFindOwnSessions } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { unauthenticated } from '../platform/problem.ts';

/** My sessions on all devices. Looks across organisations for mine. */
export const listSessions = publicCall(route, async ({ app, caller }) => {
  if (!caller) throw unauthenticated();
  const { accountId, sessionId } = caller.by;
  const sessions = await unsafeFindOwnSessions(app.systemPool, accountId, app.clock.now());
  return sessions.map((session) => ({
    id: session.id,
    organisation: session.tenant.name,
    user_agent: session.userAgent,
    address: session.address,
    started_at: session.createdAt,
    used_at: session.usedAt,
    ends_at: session.expiresAt,
    current: session.id === sessionId,
  }));
});
