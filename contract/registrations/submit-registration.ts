import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id } from '../platform/values.ts';
import { auditionFiles, RegistrationState, registrationFields } from './registration.ts';
import { SignupCode } from './signup-link.ts';

export const submitRegistration = route({
  name: 'submitRegistration',
  module: 'registrations',
  method: 'POST',
  path: '/registrations',
  summary:
    'Sign up for a roster by the link of its organisation, without a log-in; as a form with recordings, or as JSON',
  access: 'anyone',
  body: Body({
    code: SignupCode,
    ...registrationFields,
    language: Type.Optional(
      Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', description: 'BCP 47' }),
    ),
  }),
  multipart: { files: { audition_files: auditionFiles }, orJson: true },
  status: 201,
  answer: Type.Object({
    message: Type.String(),
    id: Id,
    state: RegistrationState,
    roster_name: Type.String(),
    auditions: Type.Integer({ description: 'How many recordings came along' }),
  }),
  refusals: {
    signup_link_closed: 'The link takes no more sign-ups.',
    system_off: 'The organisation has switched duty off.',
    file_type: 'A recording is none by its content, or has pictures (415).',
    file_too_large: 'A recording has more than 10 MB (413).',
    files_unavailable: 'The store can’t be reached now (503).',
    organisation_quota: 'The organisation has as much stored as it may (507).',
    unsupported_type: 'It is neither a form nor JSON (415).',
    too_many_tries: 'Too many sign-ups from one place, or by one link: wait (429).',
  },
});
