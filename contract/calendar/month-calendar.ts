import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { CalendarDate, Hours } from '../platform/values.ts';
import { DayCoverage } from '../rota/coverage.ts';
import { CalendarShift } from '../rota/shift.ts';
import { CalendarQuery, MonthParams } from './calendar-query.ts';

const Day = Type.Object({
  date: CalendarDate,
  day_name: Type.String(),
  is_current_month: Type.Boolean(),
  shifts: Type.Array(CalendarShift),
  coverage: DayCoverage,
  total_hours: Hours,
});

export const monthCalendar = route({
  name: 'monthCalendar',
  module: 'calendar',
  method: 'GET',
  path: '/calendar/month/:year/:month',
  summary: 'A month by weeks, Monday first: approved shifts, coverage, hours',
  access: 'calendar.read',
  params: MonthParams,
  query: CalendarQuery,
  status: 200,
  answer: Type.Object({
    year: Type.Integer(),
    month: Type.Integer(),
    month_name: Type.String(),
    time_zone: Type.String(),
    today: CalendarDate,
    weeks: Type.Array(
      Type.Object({
        week_number: Type.Integer({ description: '1 to 6 within the month' }),
        iso_week: Type.String({ description: '2026-W47' }),
        week_start: CalendarDate,
        week_end: CalendarDate,
        days: Type.Array(Day),
      }),
    ),
    total_shifts: Type.Integer({ description: 'Approved shifts dated in the month' }),
    coverage_stats: Type.Object({
      total_days: Type.Integer(),
      fully_covered: Type.Integer(),
      partially_covered: Type.Integer(),
      not_covered: Type.Integer(),
      coverage_percentage: Type.Number({ description: 'One decimal' }),
    }),
  }),
  refusals: {},
});
