import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, page } from '../platform/values.ts';
import { Shift } from './shift.ts';

export const mySchedule = route({
  name: 'mySchedule',
  module: 'rota',
  method: 'GET',
  path: '/shifts/my_schedule',
  summary: 'My approved shifts by date',
  access: 'shift.read',
  query: Body({
    start_date: Type.Optional(CalendarDate),
    end_date: Type.Optional(CalendarDate),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Shift),
  refusals: {},
});
