import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { changeRefusals } from './reservation-refusals.ts';

export const cancelRest = route({
  name: 'cancelRest',
  module: 'booking',
  method: 'DELETE',
  path: '/reservations/:id/rest',
  summary: 'Cancel this reservation of a series and all that follow it',
  access: 'reservation.make',
  params: ById,
  status: 204,
  answer: Type.Null(),
  refusals: { ...changeRefusals, not_recurring: 'It is of no series.' },
});
