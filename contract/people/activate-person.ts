import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { PersonDetails, personRefusals } from './person-details.ts';

export const activatePerson = route({
  name: 'activatePerson',
  module: 'people',
  method: 'POST',
  path: '/users/:id/activate',
  summary: 'Let someone in again; they log in anew',
  access: 'person.change',
  params: ById,
  body: Body({}),
  status: 200,
  answer: PersonDetails,
  refusals: {
    ...personRefusals,
    not_deactivated: 'They are active already, or not in yet.',
  },
});
