import './tables.ts';
import type { Templates } from '../platform/letter.ts';
import type { Module } from '../platform/module.ts';
import { clearAll } from './clear-all.ts';
import { countUnread } from './count-unread.ts';
import { listNotifications } from './list-notifications.ts';
import { liveCount, notificationsTopic } from './live-count.ts';
import { markAllRead } from './mark-all-read.ts';
import { readNotification } from './read-notification.ts';

export { dueAt } from './due.ts';

/** What people are told in the app. It reads letters by all modules' templates. */
export function notificationsModule(templates: Templates): Module {
  return {
    name: 'notifications',
    endpoints: [listNotifications(templates), countUnread, readNotification, markAllRead, clearAll],
    topics: { [notificationsTopic]: async () => true },
    hears: liveCount,
  };
}
