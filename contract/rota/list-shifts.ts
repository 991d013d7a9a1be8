import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, page } from '../platform/values.ts';
import { Shift, ShiftStatus } from './shift.ts';

export const listShifts = route({
  name: 'listShifts',
  module: 'rota',
  method: 'GET',
  path: '/shifts',
  summary: "Shifts, newest request first: a member's own, an admin's all",
  access: 'shift.read',
  query: Body({
    status: Type.Optional(ShiftStatus),
    period: Type.Optional(Id),
    person: Type.Optional(Id),
    start_date: Type.Optional(CalendarDate),
    end_date: Type.Optional(CalendarDate),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Shift),
  refusals: {},
});
