import { logout as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { endAndRecord } from './end-sessions.ts';
import { refreshCookie } from './start-session.ts';

/** Ends this session: its access and refresh tokens are refused from the next request on. */
export const logout = action(route, async (tx, { facts }) => {
  const { sessionId } = tx.by;
  await endAndRecord(tx, { id: sessionId }, 'logout');
  facts.setCookie(refreshCookie, null, 0);
  return { message: 'You are logged out.' };
});
