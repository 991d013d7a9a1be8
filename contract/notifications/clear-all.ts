import { route } from '../platform/route.ts';
import { Unread } from './notification.ts';

export const clearAll = route({
  name: 'clearAll',
  module: 'notifications',
  method: 'POST',
  path: '/notifications/clear-all',
  summary: 'Empty my list of notifications; what was told stays in the journal',
  access: 'account',
  status: 200,
  answer: Unread,
  refusals: {},
});
