import type { Read } from '../platform/scope.ts';
import { datesBetween } from '../timeline/module.ts';
import { coverOf, dayCoverage } from './coverage.ts';
import { findCovering, findWindows } from './coverage-store.ts';

/** Every date and window of a period that is not covered, with the spans that nobody covers. */
export async function findGaps(read: Read, period: { start_date: string; end_date: string }) {
  const { start_date: from, end_date: until } = period;
  const [windows, covering] = await Promise.all([
    findWindows(read, from, until),
    findCovering(read, from, until),
  ]);
  const cover = coverOf(covering);
  return datesBetween(from, until).flatMap((date) =>
    dayCoverage(date, windows, cover, read.tenant.timeZone)
      .windows.filter((window) => !window.covered)
      .map((window) => ({ date, window: window.name, spans: window.gaps })),
  );
}

/** A window of a date that is not covered. */
export type PeriodGap = Awaited<ReturnType<typeof findGaps>>[number];
