import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Text } from '../platform/values.ts';
import { ShiftDecided } from './shift.ts';
import { claimRefusals, decisionRefusals } from './shift-refusals.ts';

export const approveShift = route({
  name: 'approveShift',
  module: 'rota',
  method: 'POST',
  path: '/shifts/:id/approve',
  summary: 'Approve a pending request: the person and a seat are taken for its time',
  access: 'shift.decide',
  params: ById,
  body: Body({
    admin_notes: Type.Optional(Text(1000)),
    override_overtime: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: ShiftDecided,
  refusals: { ...claimRefusals, ...decisionRefusals },
});
