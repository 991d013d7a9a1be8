import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { DutyType } from './duty-type.ts';

export const listDutyTypes = route({
  name: 'listDutyTypes',
  module: 'duty',
  method: 'GET',
  path: '/duty-types',
  summary: 'What has to be done here, in order; all of it, at most 200',
  access: 'roster.read',
  query: Body({ active: Type.Optional(Type.Boolean()) }),
  status: 200,
  answer: Type.Array(DutyType),
  refusals: {},
});
