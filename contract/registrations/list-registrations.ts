import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, page } from '../platform/values.ts';
import { Registration, RegistrationState } from './registration.ts';

export const listRegistrations = route({
  name: 'listRegistrations',
  module: 'registrations',
  method: 'GET',
  path: '/registrations',
  summary:
    'Sign-ups, newest first; by roster, state, duty wanted, or a part of name, e-mail or number',
  access: 'registration.read',
  query: Body({
    roster: Type.Optional(Id),
    state: Type.Optional(RegistrationState),
    duty_type: Type.Optional(Id),
    auditions: Type.Optional(Type.Boolean({ description: 'With recordings, or without' })),
    search: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Registration),
  refusals: {},
});
