import { Type } from 'typebox';
import { Organisation } from '../identity/person.ts';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';

export const acceptInvitation = route({
  name: 'acceptInvitation',
  module: 'people',
  method: 'POST',
  path: '/auth/accept-invitation',
  summary: 'Accept an invitation with the log-in I have; without one, register with `invite`',
  access: 'account',
  body: Body({ token: Line(128) }),
  status: 200,
  answer: Type.Object({ message: Type.String(), organisation: Organisation }),
  refusals: {
    invitation_for_another: 'It is for another address than that of this log-in.',
    person_exists: 'You belong to the organisation already.',
  },
});
