import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Id } from '../platform/values.ts';
import { DutyAssignment, Reason } from './duty-assignment.ts';
import { assignRefusals, unlockRefusals } from './duty-refusals.ts';

export const moveDuty = route({
  name: 'moveDuty',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/:id/move',
  summary:
    'Move an assignment within its roster to another cell or person: unlocked with the reason and assigned anew, at once; answers the new one',
  access: 'duty.unlock',
  params: ById,
  body: Body({
    date: Type.Optional(CalendarDate),
    duty_type: Type.Optional(Id),
    person: Type.Optional(Id),
    reason: Reason,
  }),
  status: 200,
  answer: DutyAssignment,
  refusals: {
    ...unlockRefusals,
    ...assignRefusals,
    duty_stays: 'It is in that cell with that person already.',
  },
});
