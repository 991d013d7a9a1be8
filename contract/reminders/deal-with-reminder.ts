import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Reminder } from './reminder.ts';

export const dealWithReminder = route({
  name: 'dealWithReminder',
  module: 'reminders',
  method: 'POST',
  path: '/reminders/:id/dealt-with',
  summary: 'Someone looked after a reminder that failed: its person was called, or another found',
  access: 'reminder.retry',
  params: ById,
  status: 200,
  answer: Reminder,
  refusals: {
    reminder_not_failed: 'Only a reminder that failed is dealt with.',
    dealt_with: 'Someone has dealt with it already.',
  },
});
