import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { DutyAssignment } from './duty-assignment.ts';

export const readDuty = route({
  name: 'readDuty',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/:id',
  summary: 'One duty assignment, also one that ended',
  access: 'duty.read',
  params: ById,
  status: 200,
  answer: DutyAssignment,
  refusals: {},
});
