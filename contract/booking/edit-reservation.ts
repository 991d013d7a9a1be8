import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Id, Text, WallTime } from '../platform/values.ts';
import { EndTime, Reservation } from './reservation.ts';
import { changeRefusals, claimRefusals } from './reservation-refusals.ts';

export const editReservation = route({
  name: 'editReservation',
  module: 'booking',
  method: 'PUT',
  path: '/reservations/:id',
  summary:
    'Change some of its fields; every check runs again, and an admin decides again where one has to',
  access: 'reservation.make',
  params: ById,
  body: Body({
    date: Type.Optional(CalendarDate),
    start_time: Type.Optional(WallTime),
    end_time: Type.Optional(EndTime),
    notes: Type.Optional(Text(1000)),
    resource: Type.Optional(Id),
  }),
  status: 200,
  answer: Reservation,
  refusals: { ...claimRefusals, ...changeRefusals },
});
