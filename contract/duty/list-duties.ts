import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, page } from '../platform/values.ts';
import { DutyAssignment } from './duty-assignment.ts';

export const listDuties = route({
  name: 'listDuties',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments',
  summary: 'Duty assignments by when they begin: those that stand, or those that ended, or all',
  access: 'duty.read',
  query: Body({
    roster: Type.Optional(Id),
    duty_type: Type.Optional(Id),
    person: Type.Optional(Id),
    start_date: Type.Optional(CalendarDate),
    end_date: Type.Optional(CalendarDate),
    state: Type.Optional(
      Type.Enum(['standing', 'ended', 'all'], { description: 'standing, the default' }),
    ),
    ...page,
  }),
  status: 200,
  answer: Type.Array(DutyAssignment),
  refusals: {},
});
