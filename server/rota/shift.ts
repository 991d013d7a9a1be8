import type { PeriodStatus } from '../../contract/rota/period.ts';
import type { ShiftStatus } from '../../contract/rota/shift.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { whyFinalized } from './period.ts';
import { decides } from './policy.ts';

/** What the rules look at. */
export type ShiftState = {
  person_id: string;
  status: ShiftStatus;
  period_status: PeriodStatus;
};

/** A decision needs a pending request in a period that still changes. */
export function whyNotDecide(shift: ShiftState): Refused | null {
  return (
    whyFinalized(shift.period_status) ??
    (shift.status === 'PENDING' ? null : notPending(shift, 'decided'))
  );
}

/** One's own request changes while it is pending; an admin changes any that is live. */
export function whyNotChange(shift: ShiftState, by: Actor): Refused | null {
  const fixed = whyFinalized(shift.period_status);
  if (fixed) return fixed;
  if (shift.status === 'PENDING') return null;
  if (shift.status === 'APPROVED' && decides(by)) return null;
  return notPending(shift, 'changed');
}

function notPending(shift: ShiftState, verb: string): Refused {
  return {
    code: 'shift_not_pending',
    detail: `This shift is ${shift.status}; only a pending request can be ${verb}.`,
    facts: { shift_status: shift.status },
  };
}

/** More than the weekly limit needs the override; who overrode is in the journal. */
export function whyOvertime(
  name: string,
  minutesAfter: number,
  limitMinutes: number,
  override: boolean,
): Refused | null {
  if (minutesAfter <= limitMinutes || override) return null;
  return {
    code: 'overtime',
    detail: `${name} would have ${hoursText(minutesAfter)} hours in that week; the limit is ${hoursText(limitMinutes)}.`,
    facts: { weekly_hours_after: hoursText(minutesAfter), weekly_limit: hoursText(limitMinutes) },
  };
}
