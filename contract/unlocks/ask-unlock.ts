import { Type } from 'typebox';
import { Reason } from '../duty/duty-assignment.ts';
import { route } from '../platform/route.ts';
import { Body, Id } from '../platform/values.ts';
import { UnlockRequest } from './unlock-request.ts';

export const askUnlock = route({
  name: 'askUnlock',
  module: 'unlocks',
  method: 'POST',
  path: '/unlock-requests',
  summary:
    'Ask a second admin to unlock assignments of one roster, where a rule says that one has to',
  access: 'duty.unlock',
  body: Body({
    assignments: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
    reason: Reason,
  }),
  status: 201,
  answer: UnlockRequest,
  refusals: {
    duty_unlocked: 'One of them was taken off already.',
    unlock_needs_none: 'No rule asks for a second admin: unlock them at once.',
    unlock_asked: 'One of them waits for a second admin already.',
  },
});
