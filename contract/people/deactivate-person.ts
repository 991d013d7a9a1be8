import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { lastOwner, PersonDetails, personRefusals } from './person-details.ts';

export const deactivatePerson = route({
  name: 'deactivatePerson',
  module: 'people',
  method: 'POST',
  path: '/users/:id/deactivate',
  summary:
    'Shut someone out: sessions end and sockets close, on every node; what is of record stays',
  access: 'person.change',
  params: ById,
  body: Body({}),
  status: 200,
  answer: PersonDetails,
  refusals: {
    ...personRefusals,
    ...lastOwner,
    not_yourself: 'One leaves by oneself instead.',
    not_active: 'They are deactivated already, or not in yet.',
  },
});
