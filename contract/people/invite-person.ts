import { Type } from 'typebox';
import { RoleId } from '../identity/person.ts';
import { route } from '../platform/route.ts';
import { Body, Email, Line } from '../platform/values.ts';
import { Invitation, invitationRefusals } from './invitation.ts';

export const invitePerson = route({
  name: 'invitePerson',
  module: 'people',
  method: 'POST',
  path: '/invitations',
  summary: 'Invite someone by e-mail: a one-time link for that address, good for 7 days',
  access: 'person.add',
  body: Body({
    email: Email,
    full_name: Type.Optional(Line(160)),
    role: Type.Optional(RoleId),
    weekly_hours_limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 168 })),
  }),
  status: 201,
  answer: Invitation,
  refusals: {
    ...invitationRefusals,
    person_exists: 'The organisation has a person with this e-mail, or has invited them.',
  },
});
