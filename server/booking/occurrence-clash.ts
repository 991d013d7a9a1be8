import type { OccurrenceClash } from '../../contract/booking/series.ts';
import { Refusal, type Refused } from '../platform/problem.ts';
import { withSeconds } from '../timeline/module.ts';
import type { Wish } from './span.ts';

/** An occurrence that can't be, and why. */
export function clashOf({ date, start_time, end_time }: Wish, why: Refused): OccurrenceClash {
  return {
    date,
    start_time: withSeconds(start_time),
    end_time: withSeconds(end_time),
    code: why.code,
    detail: why.detail,
  };
}

/** 409 with every clash, unless it was said that the others will do. */
export function refuseClashes(clashes: readonly OccurrenceClash[], othersWillDo = false): void {
  if (clashes.length === 0 || othersWillDo) return;
  const [first] = clashes;
  const many = clashes.length === 1 ? 'One date' : `${clashes.length} dates`;
  throw new Refusal(
    409,
    'series_clashes',
    `${many} can’t be, so none was changed. The first is ${first?.date}: ${first?.detail}`,
    { clashes },
  );
}
