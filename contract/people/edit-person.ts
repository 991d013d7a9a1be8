import { Type } from 'typebox';
import { RoleId, workingLimits } from '../identity/person.ts';
import { route } from '../platform/route.ts';
import { Body, ById, Line, Text } from '../platform/values.ts';
import { lastOwner, PersonDetails, personRefusals } from './person-details.ts';

export const editPerson = route({
  name: 'editPerson',
  module: 'people',
  method: 'PATCH',
  path: '/users/:id',
  summary:
    'Change someone’s name, phone number (E.164; empty: none), role or limits; takes `If-Match`',
  access: 'person.change',
  params: ById,
  body: Body({
    first_name: Type.Optional(Line(80)),
    last_name: Type.Optional(Text(80)),
    phone_number: Type.Optional(Text(32)),
    role: Type.Optional(RoleId),
    weekly_hours_limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 168 })),
    ...workingLimits,
  }),
  status: 200,
  answer: PersonDetails,
  refusals: {
    ...personRefusals,
    ...lastOwner,
    version_stale: 'Someone changed it meanwhile (412); read it again.',
  },
});
