import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Reservation } from './reservation.ts';

export const readReservation = route({
  name: 'readReservation',
  module: 'booking',
  method: 'GET',
  path: '/reservations/:id',
  summary: "One reservation: one's own, or any as admin",
  access: 'reservation.read',
  params: ById,
  status: 200,
  answer: Reservation,
  refusals: {},
});
