import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id } from '../platform/values.ts';
import { DutyAssignment, Reason } from './duty-assignment.ts';
import { unlockRefusals } from './duty-refusals.ts';

export const unlockDuties = route({
  name: 'unlockDuties',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/bulk-unlock',
  summary: 'Unlock many assignments of one roster with one reason, all or none',
  access: 'duty.unlock',
  body: Body({
    assignments: Type.Array(Id, { minItems: 1, maxItems: 1_000, uniqueItems: true }),
    reason: Reason,
  }),
  status: 200,
  answer: Type.Array(DutyAssignment),
  refusals: unlockRefusals,
});
