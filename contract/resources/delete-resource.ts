import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';

export const deleteResource = route({
  name: 'deleteResource',
  module: 'resources',
  method: 'DELETE',
  path: '/resources/:id',
  summary: 'Take a resource away; what was booked is kept',
  access: 'resource.change',
  params: ById,
  status: 204,
  answer: Type.Null(),
  refusals: {
    resource_default: 'The default resource stays; rename it instead.',
    resource_in_use: 'Reservations of it have not ended yet; says how many.',
  },
});
