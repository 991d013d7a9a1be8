import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';
import { Me } from './person.ts';

export const editMe = route({
  name: 'editMe',
  module: 'identity',
  method: 'PATCH',
  path: '/auth/me',
  summary: 'Change my name or phone number',
  access: 'account',
  body: Body({
    first_name: Type.Optional(Line(80)),
    last_name: Type.Optional(Line(80)),
    phone_number: Type.Optional(Line(32)),
  }),
  status: 200,
  answer: Me,
  refusals: {},
});
