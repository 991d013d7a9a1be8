import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Reminder } from './reminder.ts';

export const retryReminder = route({
  name: 'retryReminder',
  module: 'reminders',
  method: 'POST',
  path: '/reminders/:id/retry',
  summary: 'Send one that failed once more, to where its person is reached now',
  access: 'reminder.retry',
  params: ById,
  status: 200,
  answer: Reminder,
  refusals: {
    reminder_not_failed: 'Only a reminder that failed is sent once more.',
    duty_over: 'The duty is over.',
  },
});
