import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Line } from '../platform/values.ts';
import { Period } from './period.ts';

export const finalizePeriod = route({
  name: 'finalizePeriod',
  module: 'rota',
  method: 'POST',
  path: '/schedule-periods/:id/finalize',
  summary: 'Finalize a period: nothing in it changes any more, what still waits is rejected',
  access: 'period.finalize',
  params: ById,
  body: Body({
    force: Type.Optional(
      Type.Boolean({ description: 'true: in spite of gaps; then say the reason' }),
    ),
    reason: Type.Optional(Line(1000)),
  }),
  status: 200,
  answer: Type.Object({ message: Type.String(), period: Period }),
  refusals: {
    coverage_open:
      'Some windows are not covered; lists them all in `gaps`. Finalize with force and a reason.',
    period_finalized: 'The period is finalized already.',
  },
});
