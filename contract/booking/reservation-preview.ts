import { type Static, Type } from 'typebox';
import { ApprovalReason } from '../platform/approval.ts';
import { Nullable } from '../platform/values.ts';
import { Cost } from './reservation.ts';

/** What reserving a span would give. */
export const ReservationPreview = Type.Object({
  status: Nullable(Type.Enum(['CONFIRMED', 'PENDING'])),
  is_primetime: Type.Boolean(),
  approval_reasons: Type.Array(ApprovalReason),
  cost: Nullable(Cost),
  why_not: Nullable(
    Type.Object(
      {
        code: Type.String(),
        detail: Type.String(),
        errors: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String()))),
      },
      { description: 'Why it would be refused; status is null then' },
    ),
  ),
});
export type ReservationPreview = Static<typeof ReservationPreview>;
