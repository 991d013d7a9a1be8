import { countUnread as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { countUnreadOf } from './notification-store.ts';

/** How many notifications someone has not read. */
export const countUnread = query(route, async (view) => ({
  unread_count: await countUnreadOf(view, view.by.personId),
}));
