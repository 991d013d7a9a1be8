import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Email, Line, NewPassword } from '../platform/values.ts';
import { LoggedIn } from './person.ts';

export const register = route({
  name: 'register',
  module: 'identity',
  method: 'POST',
  path: '/auth/register',
  summary: 'Make an organisation (organisation_name) or join one (join_code or invite)',
  access: 'anyone',
  body: Body({
    email: Email,
    password: NewPassword,
    password_confirm: Type.Optional(Type.String({ maxLength: 256 })),
    first_name: Line(80),
    last_name: Line(80),
    username: Type.Optional(Line(80)),
    phone_number: Type.Optional(Line(32)),
    organisation_name: Type.Optional(Line(100)),
    time_zone: Type.Optional(Line(64)),
    join_code: Type.Optional(Line(64)),
    invite: Type.Optional(Line(128)),
    setup_token: Type.Optional(Line(128)),
  }),
  status: 201,
  answer: LoggedIn,
  refusals: { signup_closed: 'New organisations need a set-up token here.' },
});
