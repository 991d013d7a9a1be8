import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Email, Line, NewPassword } from '../platform/values.ts';
import { Person, RoleId } from './person.ts';

export const addPerson = route({
  name: 'addPerson',
  module: 'identity',
  method: 'POST',
  path: '/users',
  summary: 'Add a person; without a password an invitation goes out',
  access: 'person.add',
  body: Body({
    email: Email,
    full_name: Type.Optional(Line(160)),
    first_name: Type.Optional(Line(80)),
    last_name: Type.Optional(Line(80)),
    password: Type.Optional(NewPassword),
    role: Type.Optional(RoleId),
    phone_number: Type.Optional(Line(32)),
    weekly_hours_limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 168 })),
  }),
  status: 201,
  answer: Person,
  refusals: {
    role_above_own: 'The role may do more than the caller’s own (403).',
    person_exists: 'The organisation has a person with this e-mail already.',
    verify_first: 'Verify your own e-mail address before messages go to others.',
  },
});
