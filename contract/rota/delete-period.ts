import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const deletePeriod = route({
  name: 'deletePeriod',
  module: 'rota',
  method: 'DELETE',
  path: '/schedule-periods/:id',
  summary: 'Delete a period without live shifts; what was rejected or cancelled in it is kept',
  access: 'period.change',
  params: ById,
  status: 200,
  answer: Message,
  refusals: {
    period_finalized: 'The period is finalized: nothing in it changes.',
    period_has_shifts: 'Shifts in it are approved or wait for a decision; lists them.',
  },
});
