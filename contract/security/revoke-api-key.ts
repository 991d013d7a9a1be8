import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const revokeApiKey = route({
  name: 'revokeApiKey',
  module: 'security',
  method: 'DELETE',
  path: '/auth/api-keys/:id',
  summary: 'Revoke an API key of mine: it opens nothing from now on, its sockets are closed',
  access: 'account',
  params: ById,
  status: 200,
  answer: Message,
  refusals: {},
});
