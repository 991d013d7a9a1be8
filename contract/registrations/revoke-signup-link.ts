import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const revokeSignupLink = route({
  name: 'revokeSignupLink',
  module: 'registrations',
  method: 'DELETE',
  path: '/signup-links/:id',
  summary: 'Revoke a sign-up link: it leads nowhere any more; who came by it stays',
  access: 'registration.decide',
  params: ById,
  status: 200,
  answer: Message,
  refusals: {},
});
