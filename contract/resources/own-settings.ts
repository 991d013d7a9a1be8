import { type Static, Type } from 'typebox';
import { Body, Nullable, WallTime } from '../platform/values.ts';
import { settingFields as fields } from './booking-settings.ts';

/** What of the settings a resource has of its own; null is the organisation's. */
export const OwnSettings = Type.Object({
  business_start_time: Nullable(WallTime),
  business_end_time: Nullable(fields.business_end_time),
  slot_duration_minutes: Nullable(fields.slot_duration_minutes),
  send_confirmation_emails: Nullable(fields.send_confirmation_emails),
  days_ahead_max: Nullable(fields.days_ahead_max),
  stay_minutes_min: Nullable(fields.stay_minutes_min),
  stay_minutes_max: Nullable(fields.stay_minutes_max),
  live_reservations_max: fields.live_reservations_max,
  weekly_hours_max: fields.weekly_hours_max,
  hold_hours: Nullable(fields.hold_hours),
});
export type OwnSettings = Static<typeof OwnSettings>;

/** A change of them: what is not named stays, null goes back to the organisation's. */
export const OwnSettingsChange = Body({
  business_start_time: Type.Optional(Nullable(WallTime)),
  business_end_time: Type.Optional(Nullable(fields.business_end_time)),
  slot_duration_minutes: Type.Optional(Nullable(fields.slot_duration_minutes)),
  send_confirmation_emails: Type.Optional(Nullable(fields.send_confirmation_emails)),
  days_ahead_max: Type.Optional(Nullable(fields.days_ahead_max)),
  stay_minutes_min: Type.Optional(Nullable(fields.stay_minutes_min)),
  stay_minutes_max: Type.Optional(Nullable(fields.stay_minutes_max)),
  live_reservations_max: Type.Optional(fields.live_reservations_max),
  weekly_hours_max: Type.Optional(fields.weekly_hours_max),
  hold_hours: Type.Optional(Nullable(fields.hold_hours)),
});
