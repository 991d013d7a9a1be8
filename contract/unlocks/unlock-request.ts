import { type Static, Type } from 'typebox';
import { ApprovalReason } from '../platform/approval.ts';
import { CalendarDate, Id, Instant, Nullable, WallTime } from '../platform/values.ts';

export const unlockStatuses = ['PENDING', 'APPROVED', 'REJECTED', 'CANCELLED', 'EXPIRED'] as const;
export const UnlockStatus = Type.Enum(unlockStatuses);
export type UnlockStatus = (typeof unlockStatuses)[number];

/** An unlock that waits for a second admin, or what became of it. */
export const UnlockRequest = Type.Object({
  id: Id,
  status: UnlockStatus,
  reason: Type.String(),
  assignments: Type.Array(
    Type.Object({
      id: Id,
      roster: Id,
      roster_name: Type.String(),
      date: CalendarDate,
      duty_type: Id,
      duty_name: Type.String(),
      person: Id,
      person_name: Type.String(),
      start_time: WallTime,
      end_time: WallTime,
      overnight: Type.Boolean(),
    }),
  ),
  approval_reasons: Type.Array(ApprovalReason, { description: 'Why a second admin decides' }),
  requested_by: Id,
  requested_by_name: Type.String(),
  requested_at: Instant,
  decided_by: Nullable(Id),
  decided_by_name: Nullable(Type.String()),
  decided_at: Nullable(Instant),
  message: Type.String({ description: 'What was said with the decision' }),
  version: Type.Integer(),
  can: Type.Object({ approve: Type.Boolean(), reject: Type.Boolean(), cancel: Type.Boolean() }),
});
export type UnlockRequest = Static<typeof UnlockRequest>;
