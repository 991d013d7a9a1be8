import type { RuleWindow } from '../../../contract/platform/approval.ts';

/**
 * Wall-clock minutes that clocks show without a jump, as whole minutes on one line: day × 1440 +
 * minute of the day, days counted from 1970-01-01, `until` excluded.
 */
export type Stretch = { from: number; until: number };

const dayMinutes = 1_440;

/**
 * The first day (0 = Monday) on which the window is reached: the clocks show a minute of it while the
 * stretches last. Null when they show none. A window over midnight belongs to the day it begins on.
 */
export function reachedWindow(window: RuleWindow, clock: readonly Stretch[]): number | null {
  const start = minuteOf(window.start_time);
  const length = (minuteOf(window.end_time) - start + dayMinutes) % dayMinutes || dayMinutes;
  for (const { from, until } of clock) {
    if (until <= from) continue;
    // One day earlier, since a window of the day before may reach over midnight.
    for (let day = Math.floor(from / dayMinutes) - 1; day * dayMinutes < until; day += 1) {
      const begins = day * dayMinutes + start;
      const isReached = begins < until && begins + length > from;
      if (isReached && window.weekdays.includes(weekdayOf(day))) return weekdayOf(day);
    }
  }
  return null;
}

/** Weekday of a day of the line, 0 = Monday: 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Minute of the day of `18:30` or `18:30:00`. */
function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
