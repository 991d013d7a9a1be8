import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Id } from '../platform/values.ts';
import { acceptRefusals, Registration } from './registration.ts';

export const acceptRegistration = route({
  name: 'acceptRegistration',
  module: 'registrations',
  method: 'POST',
  path: '/registrations/:id/accept',
  summary:
    'Accept a sign-up: whoever it is becomes a person of the directory, or is linked to the one named; they are told',
  access: 'registration.decide',
  params: ById,
  body: Body({ person: Type.Optional(Id) }),
  status: 200,
  answer: Registration,
  refusals: acceptRefusals,
});
