import type { DayCoverage, WindowCoverage } from '../../contract/rota/coverage.ts';
import {
  addDays,
  clockOf,
  gapsIn,
  skippedOn,
  type WallMinutes,
  wallMinutes,
} from '../timeline/module.ts';

/** A span of every day that must be covered, from a date and perhaps until one. */
export type Window = {
  slug: string;
  name: string;
  start_time: string;
  end_time: string;
  effective_from: string;
  effective_until: string | null;
};

/** What coverage needs of an approved shift. */
export type Covering = { date: string; start_time: string; end_time: string; overnight: boolean };

/** Approved shifts by date, with their place on the line of wall-clock minutes. */
export type Cover<S extends Covering> = Map<string, { shift: S; at: WallMinutes }[]>;

/** Sorts approved shifts by date once, so that every day finds its own at once. */
export function coverOf<S extends Covering>(shifts: readonly S[]): Cover<S> {
  const cover: Cover<S> = new Map();
  for (const shift of shifts) {
    const at = wallMinutes(shift.date, shift.start_time, shift.end_time, shift.overnight);
    const day = cover.get(shift.date);
    if (day) day.push({ shift, at });
    else cover.set(shift.date, [{ shift, at }]);
  }
  return cover;
}

/** The shifts that reach into a date: its own, and overnight ones of the day before. */
export function shiftsOn<S extends Covering>(cover: Cover<S>, date: string) {
  const before = cover.get(addDays(date, -1))?.filter(({ shift }) => shift.overnight) ?? [];
  return [...before, ...(cover.get(date) ?? [])];
}

/** A window of a date: covered when the union of approved shifts covers all of it. */
export function windowCoverage(
  date: string,
  window: Window,
  spans: readonly WallMinutes[],
): WindowCoverage {
  const span = wallMinutes(date, window.start_time, window.end_time);
  const gaps = gapsIn(span, spans);
  return {
    window: window.slug,
    name: window.name,
    start_time: window.start_time,
    end_time: window.end_time,
    covered: gaps.length === 0,
    gaps: gaps.map((gap) => ({ start_time: clockOf(gap.from), end_time: clockOf(gap.until) })),
  };
}

/** A day's coverage by the windows in effect on it. The minutes that spring skips need nobody. */
export function dayCoverage<S extends Covering>(
  date: string,
  windows: readonly Window[],
  cover: Cover<S>,
  zone: string,
): DayCoverage {
  const spans = shiftsOn(cover, date).map(({ at }) => at);
  const skipped = skippedOn(date, zone);
  if (skipped) spans.push(skipped);
  const covered = windowsOn(windows, date).map((window) => windowCoverage(date, window, spans));
  const of = (slug: string) => covered.find((one) => one.window === slug)?.covered;
  const morning = of('morning');
  const evening = of('evening');
  return {
    status: statusOf(covered),
    ...(morning !== undefined && { morning_covered: morning }),
    ...(evening !== undefined && { evening_covered: evening }),
    windows: covered,
  };
}

/** The windows in effect on a date. */
export function windowsOn(windows: readonly Window[], date: string): Window[] {
  return windows.filter(
    (window) =>
      window.effective_from <= date &&
      (window.effective_until === null || window.effective_until >= date),
  );
}

/** `complete` when every window is covered, `none` when none is, else `partial`. */
export function statusOf(windows: readonly { covered: boolean }[]): DayCoverage['status'] {
  if (windows.every((window) => window.covered)) return 'complete';
  return windows.some((window) => window.covered) ? 'partial' : 'none';
}
