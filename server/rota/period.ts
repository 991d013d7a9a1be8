import type { PeriodStatus } from '../../contract/rota/period.ts';
import type { Refused } from '../platform/problem.ts';
import type { PeriodGap } from './period-gaps.ts';

const daysMax = 366;

/** What the rules look at. */
type Dates = { start_date: string; end_date: string };
/** A shift as refusals list it. */
export type Listed = {
  id: string;
  pa_name: string;
  date: string;
  start_time: string;
  end_time: string;
};

/** A period ends on or after its first day and lasts a leap year at most. */
export function whyNoDates({ start_date, end_date }: Dates): Refused | null {
  if (end_date < start_date) return invalidEnd('Must not be before the start date.');
  const days = Temporal.PlainDate.from(start_date).until(end_date).days + 1;
  return days > daysMax ? invalidEnd(`A period lasts ${daysMax} days at most.`) : null;
}

function invalidEnd(sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `end_date: ${sentence}`,
    facts: { errors: { end_date: [sentence] } },
  };
}

/** Nothing changes in a finalized period, nor does it itself. */
export function whyFinalized(status: PeriodStatus): Refused | null {
  if (status !== 'FINALIZED') return null;
  return { code: 'period_finalized', detail: 'The period is finalized: nothing in it changes.' };
}

/** Live shifts that would lie outside the new dates stand in the way. */
export function whyShrinks(live: readonly Listed[], dates: Dates): Refused | null {
  const outside = live.filter(({ date }) => date < dates.start_date || date > dates.end_date);
  if (outside.length === 0) return null;
  const detail = `Outside the new dates there would be ${sentenceOf(outside)}. Move or cancel them first.`;
  return { code: 'period_shrinks', detail, facts: { shifts: outside } };
}

/** A period goes only when nobody in it is on or waits for a decision. */
export function whyNotDelete(live: readonly Listed[]): Refused | null {
  if (live.length === 0) return null;
  const detail = `The period has ${sentenceOf(live)}. Cancel or reject them first.`;
  return { code: 'period_has_shifts', detail, facts: { shifts: live } };
}

/** Windows that nobody covers keep a period from being finalized, unless it is forced. */
export function whyOpen(gaps: readonly PeriodGap[]): Refused | null {
  if (gaps.length === 0) return null;
  const named = gaps.slice(0, namedMax).map((gap) => `${gap.window} on ${gap.date}`);
  const more = gaps.length > named.length ? ` and ${gaps.length - named.length} more` : '';
  const detail = `Not covered: ${named.join(', ')}${more}. Cover them, or finalize by force with a reason.`;
  return { code: 'coverage_open', detail, facts: { gaps } };
}

const namedMax = 5;

/** `Cleo Marsh on 2026-12-01 from 06:00 to 09:00; … and 3 more`: a few by name. */
export function sentenceOf(shifts: readonly Listed[]): string {
  const named = shifts
    .slice(0, namedMax)
    .map(
      (shift) =>
        `${shift.pa_name} on ${shift.date} from ${clock(shift, 'start_time')} to ${clock(shift, 'end_time')}`,
    );
  const more = shifts.length - named.length;
  return named.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function clock(shift: Listed, field: 'start_time' | 'end_time'): string {
  return shift[field].slice(0, 5);
}
