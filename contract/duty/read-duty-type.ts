import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { DutyType } from './duty-type.ts';

export const readDutyType = route({
  name: 'readDutyType',
  module: 'duty',
  method: 'GET',
  path: '/duty-types/:id',
  summary: 'One duty',
  access: 'roster.read',
  params: ById,
  status: 200,
  answer: DutyType,
  refusals: {},
});
