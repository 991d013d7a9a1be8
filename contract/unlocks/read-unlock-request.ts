import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { UnlockRequest } from './unlock-request.ts';

export const readUnlockRequest = route({
  name: 'readUnlockRequest',
  module: 'unlocks',
  method: 'GET',
  path: '/unlock-requests/:id',
  summary: 'One request for an unlock',
  access: 'duty.unlock',
  params: ById,
  status: 200,
  answer: UnlockRequest,
  refusals: {},
});
