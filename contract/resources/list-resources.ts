import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Resource } from './resource.ts';

export const listResources = route({
  name: 'listResources',
  module: 'resources',
  method: 'GET',
  path: '/resources',
  summary: 'What can be booked, by name',
  access: 'resource.read',
  status: 200,
  answer: Type.Array(Resource),
  refusals: {},
});
