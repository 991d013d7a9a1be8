import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';

export const deletePrimeTime = route({
  name: 'deletePrimeTime',
  module: 'resources',
  method: 'DELETE',
  path: '/reservations/admin/primetime/:id',
  summary: 'Delete a prime time',
  access: 'booking_settings.change',
  params: ById,
  status: 204,
  answer: Type.Null(),
  refusals: {},
});
