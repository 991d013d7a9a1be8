import { readNotification as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { countUnreadOf, markRead, selectNotifications } from './notification-store.ts';

/** Someone has read a notification of theirs; once read it stays so. */
export const readNotification = action(route, async (tx, { params: { id } }) => {
  const { personId } = tx.by;
  found(await selectNotifications(tx, personId).where('id', '=', id).executeTakeFirst());
  const changed = await markRead(tx, personId, id);
  if (changed > 0) await record(tx, 'notification.read', personId, { notification: id });
  return { unread_count: await countUnreadOf(tx, personId) };
});
