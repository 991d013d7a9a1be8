import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Shift } from './shift.ts';

export const readShift = route({
  name: 'readShift',
  module: 'rota',
  method: 'GET',
  path: '/shifts/:id',
  summary: 'One shift: own, or any as admin',
  access: 'shift.read',
  params: ById,
  status: 200,
  answer: Shift,
  refusals: {},
});
