import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id } from '../platform/values.ts';
import { DutyAssignment } from './duty-assignment.ts';
import { assignRefusals } from './duty-refusals.ts';

export const assignDuty = route({
  name: 'assignDuty',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments',
  summary:
    'Assign someone: locked from then on, their time taken, a reminder planned. A date that is past gets none',
  access: 'duty.assign',
  body: Body({ roster: Id, date: CalendarDate, duty_type: Id, person: Id }),
  status: 201,
  answer: DutyAssignment,
  refusals: assignRefusals,
});
