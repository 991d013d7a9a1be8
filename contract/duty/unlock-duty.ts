import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { DutyAssignment, Reason } from './duty-assignment.ts';
import { unlockRefusals } from './duty-refusals.ts';

export const unlockDuty = route({
  name: 'unlockDuty',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/:id/unlock',
  summary:
    'Take someone off, with a reason: logged, the reminder cancelled, their time free, they are told',
  access: 'duty.unlock',
  params: ById,
  body: Body({ reason: Reason }),
  status: 200,
  answer: DutyAssignment,
  refusals: unlockRefusals,
});
