import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, page } from '../platform/values.ts';
import { Reminder } from './reminder.ts';

export const listPendingReminders = route({
  name: 'listPendingReminders',
  module: 'reminders',
  method: 'GET',
  path: '/reminders/pending',
  summary: 'Reminders that have not got through yet, the next due first',
  access: 'reminder.read',
  query: Body({ roster: Type.Optional(Id), ...page }),
  status: 200,
  answer: Type.Array(Reminder),
  refusals: {},
});
