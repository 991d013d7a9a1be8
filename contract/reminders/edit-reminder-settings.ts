import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { ReminderSettings, reminderFields } from './reminder-settings.ts';

export const editReminderSettings = route({
  name: 'editReminderSettings',
  module: 'reminders',
  method: 'PATCH',
  path: '/reminder-settings',
  summary: 'Change when and how; another hour or day plans what has not gone out anew, at once',
  access: 'roster.change',
  body: Body({
    day_offset: Type.Optional(reminderFields.day_offset),
    time: Type.Optional(reminderFields.time),
    channels: Type.Optional(reminderFields.channels),
    attempts_max: Type.Optional(reminderFields.attempts_max),
    log_days: Type.Optional(reminderFields.log_days),
  }),
  status: 200,
  answer: Type.Object({
    ...ReminderSettings.properties,
    replanned: Type.Integer({ description: 'How many reminders go out at another time now' }),
  }),
  refusals: { version_stale: 'Someone changed them meanwhile (412); read them again.' },
});
