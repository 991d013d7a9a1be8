import { route } from '../platform/route.ts';
import { BookingSettingsWithVersion } from './booking-settings.ts';

export const readBookingSettings = route({
  name: 'readBookingSettings',
  module: 'resources',
  method: 'GET',
  path: '/reservations/admin/settings',
  summary: 'How the organisation takes reservations',
  access: 'booking_settings.change',
  status: 200,
  answer: BookingSettingsWithVersion,
  refusals: {},
});
