import { route } from '../platform/route.ts';
import { ReminderSettings } from './reminder-settings.ts';

export const readReminderSettings = route({
  name: 'readReminderSettings',
  module: 'reminders',
  method: 'GET',
  path: '/reminder-settings',
  summary: 'When and how the organisation reminds of duties',
  access: 'reminder.read',
  status: 200,
  answer: ReminderSettings,
  refusals: {},
});
