import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Text, WallTime } from '../platform/values.ts';
import { Shift } from './shift.ts';
import { claimRefusals, spanRefusals } from './shift-refusals.ts';

export const askShift = route({
  name: 'askShift',
  module: 'rota',
  method: 'POST',
  path: '/shifts',
  summary: 'Ask for a shift; an admin may create an approved one for someone (admin_direct)',
  access: 'shift.ask',
  body: Body({
    schedule_period: Id,
    date: CalendarDate,
    start_time: WallTime,
    end_time: WallTime,
    overnight: Type.Optional(Type.Boolean({ description: 'true: the end is on the next day' })),
    notes: Type.Optional(Text(1000)),
    admin_direct: Type.Optional(Type.Boolean()),
    requested_by: Type.Optional(Id),
    override_overtime: Type.Optional(Type.Boolean()),
  }),
  status: 201,
  answer: Shift,
  refusals: { ...spanRefusals, ...claimRefusals },
});
