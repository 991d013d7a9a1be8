import type { Read } from '../platform/scope.ts';
import {
  coverOf,
  dayCoverage,
  findCovering,
  findRunningPeriods,
  findWindows,
} from '../rota/module.ts';
import { datesBetween, instantOf } from '../timeline/module.ts';

/** A stretch of time that someone is needed for: on the wall, and in epoch milliseconds. */
export type Stretch = {
  start_time: string;
  end_time: string;
  from: number;
  until: number;
};

/** What has to be filled: a date and its stretches. */
export type Need = { date: string; stretches: readonly Stretch[] };

/** A window of a date that is not covered, in the period that the date belongs to. */
export type Uncovered = Need & {
  period: string;
  window: string;
  name: string;
  start_time: string;
  end_time: string;
};

/** Windows from `from` to `until` that are not covered, in open or locked periods, and not yet over. */
export async function findUncovered(read: Read, from: string, until: string): Promise<Uncovered[]> {
  const [periods, windows, covering] = await Promise.all([
    findRunningPeriods(read, from, until),
    findWindows(read, from, until),
    findCovering(read, from, until),
  ]);
  const { timeZone } = read.tenant;
  const cover = coverOf(covering);
  const now = read.now.epochMilliseconds;
  return datesBetween(from, until).flatMap((date) => {
    const period = periods.find((one) => one.start_date <= date && one.end_date >= date);
    if (!period) return [];
    return dayCoverage(date, windows, cover, timeZone)
      .windows.map(({ window, name, start_time, end_time, gaps }) => {
        const stretches = gaps
          .map((gap) => stretchOf(date, gap.start_time, gap.end_time, timeZone))
          .filter((stretch) => stretch.until > now);
        return { period: period.id, date, window, name, start_time, end_time, stretches };
      })
      .filter(({ stretches }) => stretches.length > 0);
  });
}

/** A stretch of a date; one that ends at midnight or before it starts ends on the next. */
export function stretchOf(date: string, start: string, end: string, zone: string): Stretch {
  const day = Temporal.PlainDate.from(date);
  const endDate = end > start ? day : day.add({ days: 1 });
  return {
    start_time: start,
    end_time: end,
    from: instantOf(`${date}T${start}`, zone).epochMilliseconds,
    until: instantOf(`${endDate}T${end}`, zone).epochMilliseconds,
  };
}
