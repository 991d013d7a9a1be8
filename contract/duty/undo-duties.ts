import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id } from '../platform/values.ts';
import { DutyAssignment, Reason } from './duty-assignment.ts';
import { assignRefusals, unlockRefusals } from './duty-refusals.ts';

const ids = Type.Optional(Type.Array(Id, { maxItems: 1_000, uniqueItems: true }));

export const undoDuties = route({
  name: 'undoDuties',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/undo',
  summary:
    'Undo what was just done in one roster, all or none: `assigned` by oneself are taken off with the reason (within 15 minutes), then the same people have `unlocked` again if they are still free. A move is undone by naming both',
  access: 'duty.unlock',
  body: Body({ assigned: ids, unlocked: ids, reason: Type.Optional(Reason) }),
  status: 200,
  answer: Type.Object({
    unlocked: Type.Array(DutyAssignment, { description: 'Those taken off' }),
    assigned: Type.Array(DutyAssignment, { description: 'Those put back, as new assignments' }),
  }),
  refusals: {
    ...unlockRefusals,
    ...assignRefusals,
    undo_not_own: 'Someone else assigned it: unlock it instead.',
    undo_late: 'It was assigned more than 15 minutes ago: unlock it instead.',
    duty_stands: 'It was not unlocked: there is nothing to put back.',
  },
});
