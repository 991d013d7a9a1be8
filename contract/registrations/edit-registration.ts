import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Id } from '../platform/values.ts';
import {
  acceptRefusals,
  decisionRefusals,
  Registration,
  registrationFields,
} from './registration.ts';

export const editRegistration = route({
  name: 'editRegistration',
  module: 'registrations',
  method: 'PATCH',
  path: '/registrations/:id',
  summary:
    'Correct a sign-up, link it to someone of the directory, or decide it by its state (with `reason`)',
  access: 'registration.decide',
  params: ById,
  body: Body({
    full_name: Type.Optional(registrationFields.full_name),
    email: Type.Optional(registrationFields.email),
    phone: Type.Optional(registrationFields.phone),
    preferences: registrationFields.preferences,
    note: registrationFields.note,
    person: Type.Optional(Id),
    state: Type.Optional(Type.Enum(['accepted', 'declined'] as const)),
    reason: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  status: 200,
  answer: Registration,
  refusals: {
    ...acceptRefusals,
    ...decisionRefusals,
    version_stale: 'Someone changed it meanwhile (412).',
  },
});
