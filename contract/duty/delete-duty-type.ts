import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const deleteDutyType = route({
  name: 'deleteDutyType',
  module: 'duty',
  method: 'DELETE',
  path: '/duty-types/:id',
  summary: 'Delete a duty that no roster has; what stood in it stays readable',
  access: 'roster.change',
  params: ById,
  status: 200,
  answer: Message,
  refusals: { duty_type_in_use: 'Rosters have it; names them. Make it inactive instead.' },
});
