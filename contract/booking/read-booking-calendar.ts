import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id } from '../platform/values.ts';
import { BookingDay } from './booking-day.ts';

export const readBookingCalendar = route({
  name: 'readBookingCalendar',
  module: 'booking',
  method: 'GET',
  path: '/reservations/calendar',
  summary: 'Days of a resource: hours, slots, and what is reserved; 62 days at most',
  access: 'reservation.read',
  query: Body({
    start_date: CalendarDate,
    end_date: CalendarDate,
    resource: Type.Optional(Id),
  }),
  status: 200,
  answer: Type.Object({
    start_date: CalendarDate,
    end_date: CalendarDate,
    resource: Id,
    resource_name: Type.String(),
    time_zone: Type.String(),
    calendar: Type.Array(BookingDay),
  }),
  refusals: {},
});
