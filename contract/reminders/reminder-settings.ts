import { type Static, Type } from 'typebox';
import { Channel } from '../inbox/delivery.ts';

/** What can be set of reminders. */
export const reminderFields = {
  day_offset: Type.Integer({
    ...{ minimum: 0, maximum: 14 },
    description: 'So many days before the date of the duty',
  }),
  time: Type.String({
    pattern: '^([01][0-9]|2[0-3]):(00|15|30|45)(:00)?$',
    description: 'A quarter of an hour of the organisation’s clock, HH:MM',
  }),
  channels: Type.Array(Channel, {
    ...{ minItems: 1, maxItems: 3, uniqueItems: true },
    description: 'Everyone is reminded on these; on others who chose them',
  }),
  attempts_max: Type.Integer({
    ...{ minimum: 1, maximum: 5 },
    description: 'How often a channel is tried',
  }),
  log_days: Type.Integer({
    ...{ minimum: 30, maximum: 3650 },
    description: 'How long logs are kept',
  }),
};

/** When and how an organisation reminds. */
export const ReminderSettings = Type.Object({
  ...reminderFields,
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: Type.Object({ change: Type.Boolean() }),
});
export type ReminderSettings = Static<typeof ReminderSettings>;
