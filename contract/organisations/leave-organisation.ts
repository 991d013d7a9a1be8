import { route } from '../platform/route.ts';
import { Body, Message } from '../platform/values.ts';

export const leaveOrganisation = route({
  name: 'leaveOrganisation',
  module: 'organisations',
  method: 'POST',
  path: '/organisation/leave',
  summary: 'Leave this organisation; its admins are told, only they can let one in again',
  access: 'account',
  body: Body({}),
  status: 200,
  answer: Message,
  refusals: { last_owner: 'The last owner can’t leave; someone else has to be owner first.' },
});
