import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Unread } from './notification.ts';

export const readNotification = route({
  name: 'readNotification',
  module: 'notifications',
  method: 'POST',
  path: '/notifications/:id/read',
  summary: 'Mark a notification as read; answers how many are not',
  access: 'account',
  params: ById,
  status: 200,
  answer: Unread,
  refusals: {},
});
