import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { ShiftDecided } from './shift.ts';
import { decisionRefusals } from './shift-refusals.ts';

export const cancelShift = route({
  name: 'cancelShift',
  module: 'rota',
  method: 'DELETE',
  path: '/shifts/:id',
  summary: 'Cancel a shift: own while pending, any as admin; the row is kept as CANCELLED',
  access: 'shift.change',
  params: ById,
  status: 200,
  answer: ShiftDecided,
  refusals: { ...decisionRefusals },
});
