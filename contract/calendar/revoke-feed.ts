import { route } from '../platform/route.ts';
import { Message } from '../platform/values.ts';

export const revokeFeed = route({
  name: 'revokeFeed',
  module: 'calendar',
  method: 'DELETE',
  path: '/calendar/feed',
  summary: 'Revoke the secret address of my shifts; 404 when there is none',
  access: 'calendar.read',
  status: 200,
  answer: Message,
  refusals: {},
});
