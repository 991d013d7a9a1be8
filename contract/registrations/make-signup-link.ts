import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id } from '../platform/values.ts';
import { linkRefusals, SignupCode, SignupLink } from './signup-link.ts';

export const makeSignupLink = route({
  name: 'makeSignupLink',
  module: 'registrations',
  method: 'POST',
  path: '/signup-links',
  summary:
    'Make a link with which volunteers sign up for a roster; with a code of your own or one that nobody guesses',
  access: 'registration.decide',
  body: Body({
    roster: Id,
    code: Type.Optional(SignupCode),
    closes_on: Type.Optional(CalendarDate),
  }),
  status: 201,
  answer: SignupLink,
  refusals: linkRefusals,
});
