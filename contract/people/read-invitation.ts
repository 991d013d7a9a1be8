import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Instant, Line, Nullable } from '../platform/values.ts';

export const readInvitation = route({
  name: 'readInvitation',
  module: 'people',
  method: 'POST',
  path: '/auth/read-invitation',
  summary: 'What the link of an invitation leads to; reading it accepts nothing',
  access: 'anyone',
  body: Body({ token: Line(128) }),
  status: 200,
  answer: Type.Object({
    organisation_name: Type.String(),
    email: Type.String(),
    full_name: Nullable(Type.String()),
    role_name: Type.String(),
    inviter: Nullable(Type.String()),
    expires_at: Instant,
    has_account: Type.Boolean({ description: 'The address has a log-in: accept with it' }),
  }),
  refusals: {},
});
