import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Text, WallTime } from '../platform/values.ts';
import { EndTime, Reservation } from './reservation.ts';
import { claimRefusals } from './reservation-refusals.ts';

export const makeReservation = route({
  name: 'makeReservation',
  module: 'booking',
  method: 'POST',
  path: '/reservations',
  summary: 'Reserve a span: CONFIRMED, or PENDING where an admin decides',
  access: 'reservation.make',
  body: Body({
    date: CalendarDate,
    start_time: WallTime,
    end_time: EndTime,
    notes: Type.Optional(Text(1000)),
    resource: Type.Optional(Id),
  }),
  status: 201,
  answer: Reservation,
  refusals: { ...claimRefusals },
});
