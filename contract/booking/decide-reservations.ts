import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, Nullable } from '../platform/values.ts';
import { DecisionAction, RejectionReason } from './decision.ts';
import { Reservation } from './reservation.ts';

export const decideReservations = route({
  name: 'decideReservations',
  module: 'booking',
  method: 'POST',
  path: '/reservations/bulk-approve',
  summary: 'Approve or reject several pending reservations; says for each what became of it',
  access: 'reservation.decide',
  body: Body({
    ids: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
    action: DecisionAction,
    rejection_reason: Type.Optional(RejectionReason),
  }),
  status: 200,
  answer: Type.Object({
    results: Type.Array(
      Type.Object({
        id: Id,
        ok: Type.Boolean(),
        reservation: Nullable(Reservation),
        problem: Nullable(Type.Object({ code: Type.String(), detail: Type.String() })),
      }),
    ),
  }),
  refusals: {},
});
