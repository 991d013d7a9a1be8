import './tables.ts';
import type { Templates } from '../platform/letter.ts';
import type { Module } from '../platform/module.ts';
import { clearAll } from './clear-all.ts';
import { countUnread } from './count-unread.ts';
import { editPreferences } from './edit-preferences.ts';
import { endQuietHours } from './end-quiet-hours.ts';
import { listNotifications } from './list-notifications.ts';
import { liveCount, notificationsTopic } from './live-count.ts';
import { markAllRead } from './mark-all-read.ts';
import { prunings } from './prunings.ts';
import { readNotification } from './read-notification.ts';
import { readPreferences } from './read-preferences.ts';
import { readUnsubscribe } from './read-unsubscribe.ts';
import { setQuietHours } from './set-quiet-hours.ts';
import { unsubscribe } from './unsubscribe.ts';

export { dueAt } from './due.ts';
export { unsubscribeUrl } from './unsubscribe-token.ts';

/** What people are told in the app. It reads letters by all modules' templates. */
export function notificationsModule(templates: Templates): Module {
  return {
    name: 'notifications',
    endpoints: [
      ...[listNotifications(templates), countUnread, readNotification, markAllRead, clearAll],
      ...[readPreferences, editPreferences, setQuietHours, endQuietHours],
      ...[readUnsubscribe, unsubscribe],
    ],
    aliases: { '/notifications/mark-read/:id': '/notifications/:id/read' },
    sockets: { '/ws/notifications': notificationsTopic },
    prunings,
    topics: { [notificationsTopic]: async () => true },
    hears: liveCount,
  };
}
