import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const revokeInvitation = route({
  name: 'revokeInvitation',
  module: 'people',
  method: 'DELETE',
  path: '/invitations/:id',
  summary: 'Take an invitation back: its link is dead, and whom it was for leaves the directory',
  access: 'person.add',
  params: ById,
  status: 200,
  answer: Message,
  refusals: {},
});
