import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { BookingSettingsWithVersion, settingFields as fields } from './booking-settings.ts';

export const editBookingSettings = route({
  name: 'editBookingSettings',
  module: 'resources',
  method: 'PUT',
  path: '/reservations/admin/settings',
  summary:
    'Change how reservations are taken; what is not named stays, and what is booked already too',
  access: 'booking_settings.change',
  body: Body({
    business_start_time: Type.Optional(fields.business_start_time),
    business_end_time: Type.Optional(fields.business_end_time),
    slot_duration_minutes: Type.Optional(fields.slot_duration_minutes),
    send_confirmation_emails: Type.Optional(fields.send_confirmation_emails),
    days_ahead_max: Type.Optional(fields.days_ahead_max),
    stay_minutes_min: Type.Optional(fields.stay_minutes_min),
    stay_minutes_max: Type.Optional(fields.stay_minutes_max),
    live_reservations_max: Type.Optional(fields.live_reservations_max),
    weekly_hours_max: Type.Optional(fields.weekly_hours_max),
    hold_hours: Type.Optional(fields.hold_hours),
  }),
  status: 200,
  answer: BookingSettingsWithVersion,
  refusals: { version_stale: 'Someone changed them meanwhile (412); read them again.' },
});
