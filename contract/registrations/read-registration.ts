import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Registration } from './registration.ts';

export const readRegistration = route({
  name: 'readRegistration',
  module: 'registrations',
  method: 'GET',
  path: '/registrations/:id',
  summary: 'A sign-up, with addresses at which its recordings are played',
  access: 'registration.read',
  params: ById,
  status: 200,
  answer: Registration,
  refusals: {},
});
