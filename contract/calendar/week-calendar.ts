import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Hours } from '../platform/values.ts';
import { DayCoverage } from '../rota/coverage.ts';
import { CalendarShift } from '../rota/shift.ts';
import { CalendarQuery } from './calendar-query.ts';

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const HourlyShifts = Type.Object(
  Object.fromEntries(hours.map((hour) => [hour, Type.Array(CalendarShift)])),
  { description: 'By clock hour, 00:00 to 23:00: the shifts that are on in it' },
);

const ClockChange = Type.Object(
  {
    hour_label: Type.String({ description: '01:00' }),
    minutes: Type.Integer({ description: 'How long that clock hour lasts: 0 when it is skipped' }),
  },
  { description: 'Only on the two nights a year on which the clocks change' },
);

export const weekCalendar = route({
  name: 'weekCalendar',
  module: 'calendar',
  method: 'GET',
  path: '/calendar/week/:year/:week',
  summary: 'An ISO week: per day the shifts that touch it, also by hour, coverage, hours',
  access: 'calendar.read',
  params: Body({
    year: Type.Integer({ minimum: 1970, maximum: 2999 }),
    week: Type.Integer({ minimum: 1, maximum: 53 }),
  }),
  query: CalendarQuery,
  status: 200,
  answer: Type.Object({
    year: Type.Integer(),
    week_number: Type.Integer(),
    iso_week: Type.String({ description: '2026-W47' }),
    week_start: CalendarDate,
    week_end: CalendarDate,
    time_zone: Type.String(),
    today: CalendarDate,
    days: Type.Array(
      Type.Object({
        date: CalendarDate,
        day_name: Type.String(),
        shifts: Type.Array(CalendarShift),
        hourly_shifts: HourlyShifts,
        coverage: DayCoverage,
        total_hours: Hours,
        clock_change: Type.Optional(ClockChange),
      }),
    ),
    total_shifts: Type.Integer({ description: 'Approved shifts dated in the week' }),
  }),
  refusals: {},
});
