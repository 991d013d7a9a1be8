import { route } from '../platform/route.ts';
import { Unread } from './notification.ts';

export const countUnread = route({
  name: 'countUnread',
  module: 'notifications',
  method: 'GET',
  path: '/notifications/unread-count',
  summary:
    'How many notifications I have not read; the socket tells it on the topic `notifications`',
  access: 'account',
  status: 200,
  answer: Unread,
  refusals: {},
});
