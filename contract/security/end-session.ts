import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const endSession = route({
  name: 'endSession',
  module: 'security',
  method: 'DELETE',
  path: '/auth/sessions/:id',
  summary: 'End a session of mine: refused on every node within a second, its sockets closed',
  access: 'account',
  ofSession: true,
  params: ById,
  status: 200,
  answer: Message,
  refusals: {},
});
