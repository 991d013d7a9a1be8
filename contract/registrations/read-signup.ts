import { Type } from 'typebox';
import { sunEvents } from '../duty/duty-type.ts';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Nullable, WallTime } from '../platform/values.ts';
import { SignupCode } from './signup-link.ts';

export const readSignup = route({
  name: 'readSignup',
  module: 'registrations',
  method: 'GET',
  path: '/signup/:code',
  summary: 'What the page shows that a sign-up link leads to; for whoever has the link',
  access: 'anyone',
  params: Body({ code: SignupCode }),
  status: 200,
  answer: Type.Object({
    organisation_name: Type.String(),
    language: Type.String({ description: 'The organisation’s (BCP 47)' }),
    time_zone: Type.String(),
    roster: Type.Object({
      name: Type.String(),
      start_date: CalendarDate,
      end_date: CalendarDate,
    }),
    duty_types: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        start_time: Nullable(WallTime),
        end_time: Nullable(WallTime),
        sun: Nullable(Type.Enum(sunEvents, { description: 'Follows the sun' })),
        colour: Type.String(),
      }),
    ),
    closes_on: Nullable(CalendarDate),
    is_open: Type.Boolean(),
  }),
  refusals: {
    system_off: 'The organisation has switched duty off.',
    too_many_tries: 'Too many codes tried from one place: wait (429).',
  },
});
