import { type Static, Type } from 'typebox';
import { Nullable, WallTime } from '../platform/values.ts';

/** Each setting of reservations; a resource may have its own of each. */
export const settingFields = {
  business_start_time: WallTime,
  business_end_time: Type.String({
    ...WallTime,
    description: 'Wall-clock time, HH:MM or HH:MM:00; 00:00 is the midnight that ends the day',
  }),
  slot_duration_minutes: Type.Integer({ minimum: 5, maximum: 1440 }),
  send_confirmation_emails: Type.Boolean(),
  days_ahead_max: Type.Integer({ minimum: 1, maximum: 1096, description: 'How far ahead' }),
  stay_minutes_min: Type.Integer({ minimum: 1, maximum: 1440 }),
  stay_minutes_max: Type.Integer({ minimum: 1, maximum: 1440 }),
  live_reservations_max: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: 1000,
      description: 'How many that have not ended one person may have at once; null: no limit',
    }),
  ),
  weekly_hours_max: Nullable(
    Type.Integer({
      minimum: 1,
      maximum: 168,
      description: 'Hours that one person may book in an ISO week; null: no limit',
    }),
  ),
  hold_hours: Type.Integer({
    minimum: 1,
    maximum: 720,
    description: 'How long a PENDING one is held for a decision',
  }),
};

/** How reservations are taken: of the organisation, or as they hold for a resource. */
export const BookingSettings = Type.Object(settingFields);
export type BookingSettings = Static<typeof BookingSettings>;

/** The organisation's own. */
export const BookingSettingsWithVersion = Type.Object({
  ...settingFields,
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
});
