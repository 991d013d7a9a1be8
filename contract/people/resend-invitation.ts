import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { Invitation, invitationRefusals } from './invitation.ts';

export const resendInvitation = route({
  name: 'resendInvitation',
  module: 'people',
  method: 'POST',
  path: '/invitations/:id/resend',
  summary: 'Send an invitation again, as a new one: the link before is dead',
  access: 'person.add',
  params: ById,
  body: Body({}),
  status: 201,
  answer: Invitation,
  refusals: { ...invitationRefusals, just_sent: 'It went out less than a minute ago.' },
});
