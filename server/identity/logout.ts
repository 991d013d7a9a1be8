import { logout as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { endSessions } from './session-store.ts';
import { refreshCookie } from './start-session.ts';

/** Ends this session: its access and refresh tokens are refused from the next request on. */
export const logout = action(route, async (tx, { facts }) => {
  const { sessionId, personId } = tx.by;
  const [ended] = await endSessions(tx, { id: sessionId }, 'logout');
  if (ended) {
    await record(tx, 'session.ended', personId, { session: sessionId, reason: 'logout' });
  }
  facts.setCookie(refreshCookie, null, 0);
  return { message: 'You are logged out.' };
});
