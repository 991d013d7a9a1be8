import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Nullable } from '../platform/values.ts';
import { DutyAssignment, DutyProblem } from './duty-assignment.ts';

/** A cell with who is to have it. */
export const DutyCell = Body({ date: CalendarDate, duty_type: Id, person: Id });

/** What became of a cell of a bulk, in the order in which they were sent. */
export const BulkRow = Type.Object({
  index: Type.Integer({ description: 'Which cell, from 0' }),
  assignment: Nullable(DutyAssignment),
  problem: Nullable(DutyProblem),
});

export const assignDuties = route({
  name: 'assignDuties',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/bulk',
  summary:
    'Assign many cells at once: all or none, or with `partial` as many as can be; a row of result each',
  access: 'duty.assign',
  body: Body({
    roster: Id,
    cells: Type.Array(DutyCell, { minItems: 1, maxItems: 1_000 }),
    partial: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: Type.Object({
    assigned: Type.Integer(),
    refused: Type.Integer(),
    rows: Type.Array(BulkRow),
  }),
  refusals: {
    bulk_refused: 'Not all of them can be assigned, so none was; `rows` says which and why.',
  },
});
