import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, Nullable, WallTime } from '../platform/values.ts';
import { PrimeTime, PrimeTimeEnd, Weekday } from './prime-time.ts';

export const addPrimeTime = route({
  name: 'addPrimeTime',
  module: 'resources',
  method: 'POST',
  path: '/reservations/admin/primetime',
  summary: 'Add a prime time of a weekday (0 is Monday), of all resources or one',
  access: 'booking_settings.change',
  body: Body({
    weekday: Weekday,
    start_time: WallTime,
    end_time: PrimeTimeEnd,
    is_active: Type.Optional(Type.Boolean()),
    resource: Type.Optional(Nullable(Id)),
  }),
  status: 201,
  answer: PrimeTime,
  refusals: {},
});
