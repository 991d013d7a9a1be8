import { route } from '../platform/route.ts';
import { Body, ById, Text } from '../platform/values.ts';
import { DutyAssignment } from './duty-assignment.ts';

export const noteDuty = route({
  name: 'noteDuty',
  module: 'duty',
  method: 'PATCH',
  path: '/duty-assignments/:id',
  summary: 'Note something on an assignment that was unlocked; a locked one does not change (423)',
  access: 'duty.assign',
  params: ById,
  body: Body({ note: Text(1000) }),
  status: 200,
  answer: DutyAssignment,
  refusals: {
    duty_locked: 'It is locked: unlock it with a reason, or move it (423).',
    version_stale: 'Someone changed it meanwhile (412).',
  },
});
