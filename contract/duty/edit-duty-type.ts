import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Line } from '../platform/values.ts';
import { DutyType, dutyTypeFields, dutyTypeRefusals } from './duty-type.ts';

export const editDutyType = route({
  name: 'editDutyType',
  module: 'duty',
  method: 'PATCH',
  path: '/duty-types/:id',
  summary: 'Change a duty; `sun` replaces clock times and clock times replace the sun',
  access: 'roster.change',
  params: ById,
  body: Body({ ...dutyTypeFields, name: Type.Optional(Line(80)) }),
  status: 200,
  answer: DutyType,
  refusals: {
    ...dutyTypeRefusals,
    duty_type_in_use:
      'People are assigned to it ahead, so its time stays and its people are no fewer; lists them.',
    version_stale: 'Someone changed it meanwhile (412).',
  },
});
