import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, CalendarDate, Nullable } from '../platform/values.ts';
import { linkRefusals, SignupCode, SignupLink } from './signup-link.ts';

export const editSignupLink = route({
  name: 'editSignupLink',
  module: 'registrations',
  method: 'PATCH',
  path: '/signup-links/:id',
  summary:
    'Give a sign-up link another code (the one before is dead), or another day on which it closes',
  access: 'registration.decide',
  params: ById,
  body: Body({
    code: Type.Optional(SignupCode),
    closes_on: Type.Optional(Nullable(CalendarDate)),
  }),
  status: 200,
  answer: SignupLink,
  refusals: linkRefusals,
});
