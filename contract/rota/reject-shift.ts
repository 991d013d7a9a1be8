import { route } from '../platform/route.ts';
import { Body, ById, Line } from '../platform/values.ts';
import { ShiftDecided } from './shift.ts';
import { decisionRefusals } from './shift-refusals.ts';

export const rejectShift = route({
  name: 'rejectShift',
  module: 'rota',
  method: 'POST',
  path: '/shifts/:id/reject',
  summary: 'Reject a pending request, with a reason',
  access: 'shift.decide',
  params: ById,
  body: Body({ rejected_reason: Line(1000) }),
  status: 200,
  answer: ShiftDecided,
  refusals: { ...decisionRefusals },
});
