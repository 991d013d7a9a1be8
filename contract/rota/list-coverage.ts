import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate } from '../platform/values.ts';
import { DateCoverage } from './coverage.ts';

export const listCoverage = route({
  name: 'listCoverage',
  module: 'rota',
  method: 'GET',
  path: '/coverage',
  summary: 'Per date and window: covered, by whom, gaps as spans; at most 366 days',
  access: 'coverage.read',
  query: Body({ start_date: CalendarDate, end_date: CalendarDate }),
  status: 200,
  answer: Type.Array(DateCoverage),
  refusals: {},
});
