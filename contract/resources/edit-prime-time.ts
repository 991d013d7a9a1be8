import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, WallTime } from '../platform/values.ts';
import { PrimeTime, PrimeTimeEnd, Weekday } from './prime-time.ts';

export const editPrimeTime = route({
  name: 'editPrimeTime',
  module: 'resources',
  method: 'PUT',
  path: '/reservations/admin/primetime/:id',
  summary: 'Change a prime time; what is booked already stays as it is',
  access: 'booking_settings.change',
  params: ById,
  body: Body({
    weekday: Type.Optional(Weekday),
    start_time: Type.Optional(WallTime),
    end_time: Type.Optional(PrimeTimeEnd),
    is_active: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: PrimeTime,
  refusals: { version_stale: 'Someone changed it meanwhile (412); read it again.' },
});
