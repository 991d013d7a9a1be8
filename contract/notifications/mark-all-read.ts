import { route } from '../platform/route.ts';
import { Unread } from './notification.ts';

export const markAllRead = route({
  name: 'markAllRead',
  module: 'notifications',
  method: 'POST',
  path: '/notifications/mark-all-read',
  summary: 'Mark all my notifications as read',
  access: 'account',
  status: 200,
  answer: Unread,
  refusals: {},
});
