import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Resource } from './resource.ts';

export const readResource = route({
  name: 'readResource',
  module: 'resources',
  method: 'GET',
  path: '/resources/:id',
  summary: 'One resource, with the settings that hold for it',
  access: 'resource.read',
  params: ById,
  status: 200,
  answer: Resource,
  refusals: {},
});
