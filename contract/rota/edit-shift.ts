import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Text, WallTime } from '../platform/values.ts';
import { Shift } from './shift.ts';
import { claimRefusals, decisionRefusals, spanRefusals } from './shift-refusals.ts';

export const editShift = route({
  name: 'editShift',
  module: 'rota',
  method: 'PATCH',
  path: '/shifts/:id',
  summary: 'Change a shift: own while pending, any as admin; every check runs again',
  access: 'shift.change',
  params: ById,
  body: Body({
    date: Type.Optional(CalendarDate),
    start_time: Type.Optional(WallTime),
    end_time: Type.Optional(WallTime),
    overnight: Type.Optional(Type.Boolean()),
    notes: Type.Optional(Text(1000)),
    admin_notes: Type.Optional(Text(1000)),
    override_overtime: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: Shift,
  refusals: {
    ...spanRefusals,
    ...claimRefusals,
    ...decisionRefusals,
    version_stale: 'Someone changed it meanwhile (412); read it again.',
  },
});
