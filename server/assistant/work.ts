import { addDays, dateAt, instantOf, mondayOf } from '../timeline/module.ts';

/** Kinds of work that run by themselves, each at its hour of the organisation's own clock. */
export const works = ['patterns', 'gap-alert'] as const;
export type Work = (typeof works)[number];

const hours: Record<Work, { time: string; mondaysOnly: boolean }> = {
  patterns: { time: '02:00:00', mondaysOnly: true },
  'gap-alert': { time: '06:00:00', mondaysOnly: false },
};

/**
 * When the work is due next, after `after`. An hour that spring skips is done right after the
 * change; one that autumn repeats, the first time.
 */
export function nextDue(work: Work, after: Temporal.Instant, zone: string): Temporal.Instant {
  const { time, mondaysOnly } = hours[work];
  for (let date = dateAt(after, zone); ; date = addDays(date, 1)) {
    if (mondaysOnly && mondayOf(date) !== date) continue;
    const due = instantOf(`${date}T${time}`, zone);
    if (Temporal.Instant.compare(due, after) > 0) return due;
  }
}
