import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Availability } from './weekly-hours.ts';

export const readAvailability = route({
  name: 'readAvailability',
  module: 'availability',
  method: 'GET',
  path: '/users/:id/availability',
  summary:
    'When someone can be on in a usual week, and when not: mine, or anyone’s for who may change people',
  access: 'absence.read',
  params: ById,
  status: 200,
  answer: Availability,
  refusals: {},
});
