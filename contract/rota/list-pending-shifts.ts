import { type Static, Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Hours, Id, Instant, page } from '../platform/values.ts';
import { Shift } from './shift.ts';

/** What approving a pending shift would do, told before it is done. */
export const Effect = Type.Object({
  covers: Type.Array(
    Type.Object({
      window: Type.String(),
      date: Type.String(),
      covered_before: Type.Boolean(),
      covered_after: Type.Boolean(),
    }),
  ),
  week: Type.String({ description: 'ISO week, 2026-W47' }),
  weekly_hours_after: Hours,
  weekly_limit: Hours,
  exceeds_limit: Type.Boolean(),
  clashes: Type.Array(
    Type.Object({
      shift: Type.Optional(Id),
      name: Type.String(),
      starts_at: Instant,
      ends_at: Instant,
      sentence: Type.String(),
    }),
  ),
});
export type Effect = Static<typeof Effect>;

export const listPendingShifts = route({
  name: 'listPendingShifts',
  module: 'rota',
  method: 'GET',
  path: '/shifts/pending',
  summary: 'The queue, oldest first, each with what approving it would do',
  access: 'shift.decide',
  query: Body({ ...page }),
  status: 200,
  answer: Type.Array(Type.Object({ ...Shift.properties, effect: Effect })),
  refusals: {},
});
