import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id } from '../platform/values.ts';

/** Why, as a code and in words. */
const Why = Type.Object({ code: Type.String(), detail: Type.String() });

export const autoFill = route({
  name: 'autoFill',
  module: 'duty',
  method: 'POST',
  path: '/duty-assignments/auto-fill',
  summary:
    'Propose who could have the empty cells of a roster: free, by what they prefer, spread fairly, nobody twice in a row where avoidable. Nothing is written: accept all or some by bulk',
  access: 'duty.assign',
  body: Body({
    roster: Id,
    start_date: Type.Optional(CalendarDate),
    end_date: Type.Optional(CalendarDate),
    duty_types: Type.Optional(Type.Array(Id, { maxItems: 50, uniqueItems: true })),
    people: Type.Optional(
      Type.Array(Id, {
        maxItems: 1_000,
        uniqueItems: true,
        description:
          'Whom to choose from; else whose registration was accepted, else everyone active',
      }),
    ),
  }),
  status: 200,
  answer: Type.Object({
    cells: Type.Array(
      Type.Object({
        date: CalendarDate,
        duty_type: Id,
        duty_name: Type.String(),
        person: Id,
        person_name: Type.String(),
        why: Type.Array(Why),
      }),
    ),
    unfilled: Type.Array(
      Type.Object({
        date: CalendarDate,
        duty_type: Id,
        duty_name: Type.String(),
        missing: Type.Integer(),
        why: Type.Array(Why),
      }),
    ),
    people: Type.Array(
      Type.Object({
        person: Id,
        name: Type.String(),
        before: Type.Integer({ description: 'How many of the roster they have now' }),
        proposed: Type.Integer(),
      }),
    ),
  }),
  refusals: {},
});
