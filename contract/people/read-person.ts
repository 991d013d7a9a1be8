import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { PersonDetails } from './person-details.ts';

export const readPerson = route({
  name: 'readPerson',
  module: 'people',
  method: 'GET',
  path: '/users/:id',
  summary: 'One person of the directory',
  access: 'person.read',
  params: ById,
  status: 200,
  answer: PersonDetails,
  refusals: {},
});
