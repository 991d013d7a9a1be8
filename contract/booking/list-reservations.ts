import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Line, page } from '../platform/values.ts';
import { Reservation, ReservationStatus } from './reservation.ts';

/** By which a list can be sorted; with a minus it is the other way round. */
export const reservationOrders = ['-created_at', 'created_at', '-starts_at', 'starts_at'] as const;

export const listReservations = route({
  name: 'listReservations',
  module: 'booking',
  method: 'GET',
  path: '/reservations',
  summary: "Reservations: one's own, or all as admin; `user` is part of an e-mail address or name",
  access: 'reservation.read',
  query: Body({
    date: Type.Optional(CalendarDate),
    start_date: Type.Optional(CalendarDate),
    end_date: Type.Optional(CalendarDate),
    status: Type.Optional(ReservationStatus),
    user: Type.Optional(Line(254)),
    resource: Type.Optional(Id),
    series: Type.Optional(Id),
    search: Type.Optional(Line(100)),
    primetime: Type.Optional(Type.Boolean()),
    sort: Type.Optional(Type.Enum([...reservationOrders], { default: '-created_at' })),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Reservation),
  refusals: {},
});
