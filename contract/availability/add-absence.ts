import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, Text } from '../platform/values.ts';
import { Absence, absenceSpan } from './absence.ts';

export const addAbsence = route({
  name: 'addAbsence',
  module: 'availability',
  method: 'POST',
  path: '/absences',
  summary:
    'Say when I am away, or (who may change people) when someone is; nothing is planned then',
  access: 'absence.change',
  body: Body({
    person: Type.Optional(Id),
    ...absenceSpan,
    reason: Type.Optional(Text(300)),
  }),
  status: 201,
  answer: Absence,
  refusals: {
    committed_then: 'The person is committed in that time; names from when to when.',
    nonexistent_local_time: 'The clocks skip this time that day (400).',
  },
});
