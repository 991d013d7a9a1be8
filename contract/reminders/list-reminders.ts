import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, page } from '../platform/values.ts';
import { DutyAnswer, Reminder, ReminderStatus } from './reminder.ts';

export const listReminders = route({
  name: 'listReminders',
  module: 'reminders',
  method: 'GET',
  path: '/reminders',
  summary:
    'Reminders, the latest due first. status=FAILED&dealt_with=false is what an admin has to look after',
  access: 'reminder.read',
  query: Body({
    status: Type.Optional(ReminderStatus),
    dealt_with: Type.Optional(Type.Boolean()),
    answer: Type.Optional(DutyAnswer),
    roster: Type.Optional(Id),
    person: Type.Optional(Id),
    assignment: Type.Optional(Id),
    from: Type.Optional(CalendarDate),
    until: Type.Optional(CalendarDate),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Reminder),
  refusals: {},
});
