import { Type } from 'typebox';
import { sunEvents } from '../duty/duty-type.ts';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Instant, Nullable, WallTime } from '../platform/values.ts';

/** A moment of the sun, by the organisation's clock. */
const SunMoment = Type.Object({
  time: WallTime,
  next_day: Type.Boolean({ description: 'It is on the date after: isha where the sun sets late' }),
  at: Instant,
});

export const listSunTimes = route({
  name: 'listSunTimes',
  module: 'sun',
  method: 'GET',
  path: '/sun-times',
  summary:
    'Fajr, sunrise, dhuhr, asr, maghrib and isha, day by day; null where the sun has none, or while the organisation has no place',
  access: 'organisation.read',
  query: Body({
    from: CalendarDate,
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 62, default: 1 })),
  }),
  status: 200,
  answer: Type.Array(
    Type.Object({
      date: CalendarDate,
      ...(Object.fromEntries(sunEvents.map((event) => [event, Nullable(SunMoment)])) as Record<
        (typeof sunEvents)[number],
        ReturnType<typeof Nullable<typeof SunMoment>>
      >),
    }),
  ),
  refusals: {},
});
