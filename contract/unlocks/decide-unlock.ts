import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Text } from '../platform/values.ts';
import { UnlockRequest } from './unlock-request.ts';

export const decideUnlock = route({
  name: 'decideUnlock',
  module: 'unlocks',
  method: 'POST',
  path: '/unlock-requests/:id',
  summary: 'Approve an unlock that another admin asked for, or reject it; who asked may cancel it',
  access: 'duty.unlock',
  params: ById,
  body: Body({
    action: Type.Enum(['approve', 'reject', 'cancel']),
    message: Type.Optional(Text(500)),
  }),
  status: 200,
  answer: UnlockRequest,
  refusals: {
    unlock_closed: 'It was decided or cancelled already.',
    unlock_expired: 'One of its assignments was taken off meanwhile: it is EXPIRED.',
  },
});
