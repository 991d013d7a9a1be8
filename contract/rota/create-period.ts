import { route } from '../platform/route.ts';
import { Body, CalendarDate, Line } from '../platform/values.ts';
import { Period } from './period.ts';
import { periodStatus, seats } from './period-change.ts';

export const createPeriod = route({
  name: 'createPeriod',
  module: 'rota',
  method: 'POST',
  path: '/schedule-periods',
  summary: 'Open a schedule period',
  access: 'period.create',
  body: Body({
    name: Line(100),
    start_date: CalendarDate,
    end_date: CalendarDate,
    status: periodStatus,
    seats,
  }),
  status: 201,
  answer: Period,
  refusals: {},
});
