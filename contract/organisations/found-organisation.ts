import { Type } from 'typebox';
import { Organisation } from '../identity/person.ts';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';

export const foundOrganisation = route({
  name: 'foundOrganisation',
  module: 'organisations',
  method: 'POST',
  path: '/auth/organisations',
  summary: 'Make a further organisation and own it; switch to it with `X-Organisation`',
  access: 'account',
  body: Body({ organisation_name: Line(100), time_zone: Type.Optional(Line(64)) }),
  status: 201,
  answer: Organisation,
  refusals: { signup_closed: 'New organisations can’t be made here (403).' },
});
