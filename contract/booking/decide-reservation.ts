import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { DecisionAction, RejectionReason } from './decision.ts';
import { Reservation } from './reservation.ts';
import { decisionRefusals } from './reservation-refusals.ts';

export const decideReservation = route({
  name: 'decideReservation',
  module: 'booking',
  method: 'POST',
  path: '/reservations/:id/approve',
  summary: 'Approve a pending reservation, or reject it with a reason',
  access: 'reservation.decide',
  params: ById,
  body: Body({
    action: DecisionAction,
    rejection_reason: Type.Optional(RejectionReason),
  }),
  status: 200,
  answer: Reservation,
  refusals: { ...decisionRefusals },
});
