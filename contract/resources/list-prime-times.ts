import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id } from '../platform/values.ts';
import { PrimeTime } from './prime-time.ts';

export const listPrimeTimes = route({
  name: 'listPrimeTimes',
  module: 'resources',
  method: 'GET',
  path: '/reservations/admin/primetime',
  summary: 'Prime times, by weekday and start; of one resource also those of all',
  access: 'booking_settings.change',
  query: Body({ resource: Type.Optional(Id) }),
  status: 200,
  answer: Type.Array(PrimeTime),
  refusals: {},
});
