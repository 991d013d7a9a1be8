import { markAllRead as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { countUnreadOf, markRead } from './notification-store.ts';

/** Someone has read all that they were told. */
export const markAllRead = action(route, async (tx) => {
  const count = await markRead(tx, tx.by.personId);
  if (count > 0) await record(tx, 'notification.read', tx.by.personId, { count });
  return { unread_count: await countUnreadOf(tx, tx.by.personId) };
});
