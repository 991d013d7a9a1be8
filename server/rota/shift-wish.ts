import type { PeriodStatus } from '../../contract/rota/period.ts';
import type { Refused } from '../platform/problem.ts';

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
