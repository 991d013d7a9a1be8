import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { CalendarQuery, MonthParams } from './calendar-query.ts';

export const exportMonth = route({
  name: 'exportMonth',
  module: 'calendar',
  method: 'GET',
  path: '/calendar/export/month/:year/:month',
  summary: 'A month as a table for spreadsheets: a row per shift, and per day that has none',
  access: 'calendar.read',
  params: MonthParams,
  query: Body({
    ...CalendarQuery.properties,
    format: Type.Optional(Type.Enum(['csv', 'xlsx'], { description: 'csv, the default, or xlsx' })),
  }),
  status: 200,
  answer: Type.String(),
  media: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  refusals: {},
});
