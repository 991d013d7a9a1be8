import type { PeriodStatus } from '../../contract/rota/period.ts';
import type { ShiftStatus } from '../../contract/rota/shift.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { decides } from './policy.ts';

/** What the rules look at. */
export type ShiftState = {
  person_id: string;
  status: ShiftStatus;
  period_status: PeriodStatus;
};

/** A decision needs a pending request in a period that still changes. */
export function whyNotDecide(shift: ShiftState): Refused | null {
  return whyFixed(shift) ?? (shift.status === 'PENDING' ? null : notPending(shift, 'decided'));
}

/** One's own request changes while it is pending; an admin changes any that is live. */
export function whyNotChange(shift: ShiftState, by: Actor): Refused | null {
  const fixed = whyFixed(shift);
  if (fixed) return fixed;
  if (shift.status === 'PENDING') return null;
  if (shift.status === 'APPROVED' && decides(by)) return null;
  return notPending(shift, 'changed');
}

function whyFixed(shift: ShiftState): Refused | null {
  if (shift.period_status !== 'FINALIZED') return null;
  return { code: 'period_finalized', detail: 'The period is finalized: nothing in it changes.' };
}

function notPending(shift: ShiftState, verb: string): Refused {
  return {
    code: 'shift_not_pending',
    detail: `This shift is ${shift.status}; only a pending request can be ${verb}.`,
    facts: { shift_status: shift.status },
  };
}

/** Requests need an open period; an admin may still place shifts in a locked one. */
export function whyNotAsk(status: PeriodStatus, direct: boolean): Refused | null {
  if (status === 'OPEN' || (direct && status === 'LOCKED')) return null;
  return {
    code: 'period_not_open',
    detail: `This period is ${status}; it takes no requests.`,
    facts: { period_status: status },
  };
}

/** The date has to lie in the period. */
export function whyOutside(
  date: string,
  period: { start_date: string; end_date: string },
): Refused | null {
  if (date >= period.start_date && date <= period.end_date) return null;
  const sentence = `Must be from ${period.start_date} to ${period.end_date}, the dates of the period.`;
  return {
    code: 'invalid',
    status: 400,
    detail: `date: ${sentence}`,
    facts: { errors: { date: [sentence] } },
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
