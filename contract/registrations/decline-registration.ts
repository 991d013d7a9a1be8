import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Text } from '../platform/values.ts';
import { decisionRefusals, Registration } from './registration.ts';

export const declineRegistration = route({
  name: 'declineRegistration',
  module: 'registrations',
  method: 'POST',
  path: '/registrations/:id/decline',
  summary:
    'Decline a sign-up, with a reason if you like; the volunteer is told, recordings go after 90 days',
  access: 'registration.decide',
  params: ById,
  body: Body({ reason: Type.Optional(Text(1000)) }),
  status: 200,
  answer: Registration,
  refusals: decisionRefusals,
});
