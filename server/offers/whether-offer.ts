import type { Refused } from '../platform/problem.ts';
import type { ShiftRow } from '../rota/module.ts';

type Offerable = Pick<ShiftRow, 'status' | 'period_status' | 'starts_at'>;

/** What is offered, or wanted in exchange, is approved, has not begun and can still change. */
export function whyNotOffer(shift: Offerable, now: Temporal.Instant): Refused | null {
  if (shift.period_status === 'FINALIZED') {
    return { code: 'period_finalized', detail: 'The period is finalized: nothing in it changes.' };
  }
  if (shift.status !== 'APPROVED') {
    return {
      code: 'shift_not_approved',
      detail: `This shift is ${shift.status}; only an approved one changes hands.`,
      facts: { shift_status: shift.status },
    };
  }
  if (Temporal.Instant.compare(shift.starts_at, now) <= 0) {
    return { code: 'shift_begun', detail: 'This shift has begun; it can’t change hands any more.' };
  }
  return null;
}
