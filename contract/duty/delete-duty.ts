import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { DutyAssignment, Reason } from './duty-assignment.ts';
import { unlockRefusals } from './duty-refusals.ts';

export const deleteDuty = route({
  name: 'deleteDuty',
  module: 'duty',
  method: 'DELETE',
  path: '/duty-assignments/:id',
  summary:
    'Take someone off like an unlock, with a reason; one that was unlocked is off already and stays readable',
  access: 'duty.unlock',
  params: ById,
  body: Body({ reason: Type.Optional(Reason) }),
  status: 200,
  answer: DutyAssignment,
  refusals: {
    duty_locked: 'It is locked, and there is no reason: say why (423).',
    needs_second_admin: unlockRefusals.needs_second_admin,
  },
});
