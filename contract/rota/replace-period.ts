import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Line } from '../platform/values.ts';
import { Period } from './period.ts';
import { periodRefusals, periodStatus, seats } from './period-change.ts';

export const replacePeriod = route({
  name: 'replacePeriod',
  module: 'rota',
  method: 'PUT',
  path: '/schedule-periods/:id',
  summary: 'The same as PATCH, with name and dates given; status and seats stay unless said',
  access: 'period.change',
  params: ById,
  body: Body({
    name: Line(100),
    start_date: CalendarDate,
    end_date: CalendarDate,
    status: periodStatus,
    seats,
  }),
  status: 200,
  answer: Period,
  refusals: periodRefusals,
});
