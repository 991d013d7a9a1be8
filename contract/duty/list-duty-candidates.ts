import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Nullable } from '../platform/values.ts';
import { DutyProblem } from './duty-assignment.ts';

export const listDutyCandidates = route({
  name: 'listDutyCandidates',
  module: 'duty',
  method: 'GET',
  path: '/duty-assignments/candidates',
  summary:
    'Who could have a cell, names as you type: the free first, who wants it before others, who has least; the busy with what keeps them',
  access: 'duty.assign',
  query: Body({
    roster: Id,
    date: CalendarDate,
    duty_type: Id,
    search: Type.Optional(Type.String({ maxLength: 80 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  status: 200,
  answer: Type.Array(
    Type.Object({
      person: Id,
      name: Type.String(),
      free: Type.Boolean(),
      problem: Nullable(DutyProblem),
      preferred: Nullable(
        Type.Boolean({
          description: 'By their registration: true wants it, false not that day or duty',
        }),
      ),
      available: Nullable(Type.Boolean({ description: 'By their usual week' })),
      duties: Type.Integer({ description: 'How many of the roster they have' }),
    }),
  ),
  refusals: {},
});
