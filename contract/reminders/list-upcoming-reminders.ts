import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, page } from '../platform/values.ts';
import { Reminder } from './reminder.ts';

export const listUpcomingReminders = route({
  name: 'listUpcomingReminders',
  module: 'reminders',
  method: 'GET',
  path: '/reminders/upcoming',
  summary: 'Reminders that go out in the next days (seven unless said), the next due first',
  access: 'reminder.read',
  query: Body({
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 7 })),
    roster: Type.Optional(Id),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Reminder),
  refusals: {},
});
