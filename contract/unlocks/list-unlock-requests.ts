import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { UnlockRequest, UnlockStatus } from './unlock-request.ts';

export const listUnlockRequests = route({
  name: 'listUnlockRequests',
  module: 'unlocks',
  method: 'GET',
  path: '/unlock-requests',
  summary: 'Unlocks that wait for a second admin, and what became of others; newest first',
  access: 'duty.unlock',
  query: Body({ status: Type.Optional(UnlockStatus), ...page }),
  status: 200,
  answer: Type.Array(UnlockRequest),
  refusals: {},
});
