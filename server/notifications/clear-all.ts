import { clearAll as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { clearNotifications, countUnreadOf } from './notification-store.ts';

/** Someone empties their list. The rows stay: they say who was told what, and whether it was read. */
export const clearAll = action(route, async (tx) => {
  const count = await clearNotifications(tx, tx.by.personId);
  if (count > 0) await record(tx, 'notification.cleared', tx.by.personId, { count });
  return { unread_count: await countUnreadOf(tx, tx.by.personId) };
});
