import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { changeRefusals } from './reservation-refusals.ts';

export const cancelReservation = route({
  name: 'cancelReservation',
  module: 'booking',
  method: 'DELETE',
  path: '/reservations/:id',
  summary: 'Cancel a reservation: it stays as CANCELLED, its span is free',
  access: 'reservation.make',
  params: ById,
  status: 204,
  answer: Type.Null(),
  refusals: { ...changeRefusals },
});
