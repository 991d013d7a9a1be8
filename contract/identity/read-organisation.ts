import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Nullable } from '../platform/values.ts';
import { Organisation } from './person.ts';

export const readOrganisation = route({
  name: 'readOrganisation',
  module: 'identity',
  method: 'GET',
  path: '/organisation',
  summary: 'The organisation; its join code is for those who may add people',
  access: 'organisation.read',
  status: 200,
  answer: Type.Object({ ...Organisation.properties, join_code: Nullable(Type.String()) }),
  refusals: {},
});
