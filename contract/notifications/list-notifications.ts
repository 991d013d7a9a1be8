import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { Notification } from './notification.ts';

export const listNotifications = route({
  name: 'listNotifications',
  module: 'notifications',
  method: 'GET',
  path: '/notifications',
  summary: 'What I am told, newest first',
  access: 'account',
  query: Body({ unread_only: Type.Optional(Type.Boolean()), ...page }),
  status: 200,
  answer: Type.Array(Notification),
  refusals: {},
});
