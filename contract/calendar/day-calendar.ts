import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Hours, Nullable } from '../platform/values.ts';
import { DayCoverage, WindowCoverage } from '../rota/coverage.ts';
import { CalendarShift } from '../rota/shift.ts';
import { CalendarQuery } from './calendar-query.ts';

const Hour = Type.Object({
  hour: Type.Integer(),
  hour_label: Type.String(),
  shifts: Type.Array(CalendarShift),
  is_critical_time: Type.Boolean(),
  exists: Type.Boolean({ description: 'false: the clocks skip this hour' }),
  minutes: Type.Integer({ description: 'How long it lasts: 60, or 120 when the clocks repeat it' }),
});

export const dayCalendar = route({
  name: 'dayCalendar',
  module: 'calendar',
  method: 'GET',
  path: '/calendar/day/:date',
  summary: 'A day: the shifts that touch it, who covers each window, and the 24 hours of its clock',
  access: 'calendar.read',
  params: Body({ date: CalendarDate }),
  query: CalendarQuery,
  status: 200,
  answer: Type.Object({
    date: CalendarDate,
    day_name: Type.String(),
    time_zone: Type.String(),
    today: CalendarDate,
    shifts: Type.Array(CalendarShift),
    coverage: Type.Object({
      ...DayCoverage.properties,
      morning_shift: Type.Optional(Nullable(CalendarShift)),
      evening_shift: Type.Optional(Nullable(CalendarShift)),
      windows: Type.Array(
        Type.Object({ ...WindowCoverage.properties, shifts: Type.Array(CalendarShift) }),
      ),
    }),
    total_hours: Hours,
    timeline: Type.Array(Hour),
  }),
  refusals: {},
});
