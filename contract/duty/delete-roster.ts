import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const deleteRoster = route({
  name: 'deleteRoster',
  module: 'duty',
  method: 'DELETE',
  path: '/rosters/:id',
  summary: 'Delete a roster that nobody is assigned in; what stood in it is kept',
  access: 'roster.change',
  params: ById,
  status: 200,
  answer: Message,
  refusals: { roster_has_duties: 'People are assigned in it; lists them.' },
});
