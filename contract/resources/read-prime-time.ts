import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { PrimeTime } from './prime-time.ts';

export const readPrimeTime = route({
  name: 'readPrimeTime',
  module: 'resources',
  method: 'GET',
  path: '/reservations/admin/primetime/:id',
  summary: 'One prime time',
  access: 'booking_settings.change',
  params: ById,
  status: 200,
  answer: PrimeTime,
  refusals: {},
});
