import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { SignupLink } from './signup-link.ts';

export const listSignupLinks = route({
  name: 'listSignupLinks',
  module: 'registrations',
  method: 'GET',
  path: '/signup-links',
  summary: 'The links with which volunteers sign up, newest first; revoked ones are left out',
  access: 'registration.read',
  status: 200,
  answer: Type.Array(SignupLink),
  refusals: {},
});
