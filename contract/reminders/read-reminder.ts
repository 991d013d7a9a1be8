import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { ReminderDetails } from './reminder.ts';

export const readReminder = route({
  name: 'readReminder',
  module: 'reminders',
  method: 'GET',
  path: '/reminders/:id',
  summary: 'One reminder with its log: each attempt on each channel, delivered and read when',
  access: 'reminder.read',
  params: ById,
  status: 200,
  answer: ReminderDetails,
  refusals: {},
});
