import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Line } from '../platform/values.ts';
import { Period } from './period.ts';
import { periodRefusals, periodStatus, seats } from './period-change.ts';

export const editPeriod = route({
  name: 'editPeriod',
  module: 'rota',
  method: 'PATCH',
  path: '/schedule-periods/:id',
  summary: 'Change a period: name, dates, seats, OPEN or LOCKED',
  access: 'period.change',
  params: ById,
  body: Body({
    name: Type.Optional(Line(100)),
    start_date: Type.Optional(CalendarDate),
    end_date: Type.Optional(CalendarDate),
    status: periodStatus,
    seats,
  }),
  status: 200,
  answer: Period,
  refusals: periodRefusals,
});
