import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById, CalendarDate } from '../platform/values.ts';
import { Gap } from './coverage.ts';
import { Period, PeriodStatus } from './period.ts';
import { Shift } from './shift.ts';

export const readPeriod = route({
  name: 'readPeriod',
  module: 'rota',
  method: 'GET',
  path: '/schedule-periods/:id',
  summary: 'One period with its shifts (own, or all as admin) and its coverage',
  access: 'period.read',
  params: ById,
  status: 200,
  answer: Type.Object({
    ...Period.properties,
    shifts: Type.Array(Shift),
    coverage_summary: Type.Object({
      total_approved_shifts: Type.Integer(),
      pending_requests: Type.Integer(),
      status: PeriodStatus,
      gaps: Type.Array(
        Type.Object({ date: CalendarDate, window: Type.String(), spans: Type.Array(Gap) }),
      ),
    }),
  }),
  refusals: {},
});
