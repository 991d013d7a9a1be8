import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id } from '../platform/values.ts';
import { DutyProblem } from './duty-assignment.ts';

export const checkDuty = route({
  name: 'checkDuty',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/conflicts',
  summary: 'What assigning someone would be refused for, all of it; nothing is written',
  access: 'duty.assign',
  query: Body({ roster: Id, date: CalendarDate, duty_type: Id, person: Id }),
  status: 200,
  answer: Type.Object({ free: Type.Boolean(), problems: Type.Array(DutyProblem) }),
  refusals: {},
});
