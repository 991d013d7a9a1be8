import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line, Text } from '../platform/values.ts';
import { Me, workingLimits } from './person.ts';

export const editMe = route({
  name: 'editMe',
  module: 'identity',
  method: 'PATCH',
  path: '/auth/me',
  summary:
    'Change my name, phone number, time zone, language or working limits; empty or 0 takes back',
  access: 'account',
  body: Body({
    first_name: Type.Optional(Line(80)),
    last_name: Type.Optional(Line(80)),
    phone_number: Type.Optional(Text(32)),
    time_zone: Type.Optional(Text(64)),
    language: Type.Optional(Text(35)),
    ...workingLimits,
  }),
  status: 200,
  answer: Me,
  refusals: {},
});
