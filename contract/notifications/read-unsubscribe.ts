import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ByUnsubscribeToken } from './unsubscribe.ts';

export const readUnsubscribe = route({
  name: 'readUnsubscribe',
  module: 'notifications',
  method: 'GET',
  path: '/unsubscribe/:token',
  summary: 'The page that asks whether to send no more mail of one kind; it changes nothing',
  access: 'anyone',
  params: ByUnsubscribeToken,
  status: 200,
  answer: Type.String({ description: 'Page (HTML)' }),
  media: ['text/html'],
  refusals: {},
});
