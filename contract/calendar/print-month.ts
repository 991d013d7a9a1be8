import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { CalendarQuery, MonthParams } from './calendar-query.ts';

export const printMonth = route({
  name: 'printMonth',
  module: 'calendar',
  method: 'GET',
  path: '/calendar/print/:year/:month',
  summary: 'A month as a page for paper (HTML, one A4 sheet where it fits), without notes',
  access: 'calendar.read',
  params: MonthParams,
  query: CalendarQuery,
  status: 200,
  answer: Type.String(),
  media: ['text/html'],
  refusals: {},
});
