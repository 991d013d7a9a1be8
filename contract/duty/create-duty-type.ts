import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { DutyType, dutyTypeFields, dutyTypeRefusals } from './duty-type.ts';

export const createDutyType = route({
  name: 'createDutyType',
  module: 'duty',
  method: 'POST',
  path: '/duty-types',
  summary: 'Add a duty: at clock times, or by the sun',
  access: 'roster.change',
  body: Body(dutyTypeFields),
  status: 201,
  answer: DutyType,
  refusals: {
    ...dutyTypeRefusals,
    too_many_duty_types: 'An organisation has 200 duties at most.',
  },
});
