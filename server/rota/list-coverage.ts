import { listCoverage as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { invalid } from '../platform/problem.ts';
import { datesBetween, skippedOn, wallMinutes } from '../timeline/module.ts';
import { coverOf, shiftsOn, statusOf, windowCoverage, windowsOn } from './coverage.ts';
import { findCovering, findWindows } from './coverage-store.ts';

const daysMax = 366;

/** Per date and window: covered, by whom, and the gaps. */
export const listCoverage = query(route, async (view, { query }) => {
  const { start_date: from, end_date: until } = query;
  if (until < from) throw invalid({ end_date: ['Must not be before the start date.'] });
  const dates = Temporal.PlainDate.from(from).until(until).days + 1;
  if (dates > daysMax) throw invalid({ end_date: [`At most ${daysMax} days at once.`] });
  const [windows, shifts] = await Promise.all([
    findWindows(view, from, until),
    findCovering(view, from, until),
  ]);
  const cover = coverOf(shifts);
  return datesBetween(from, until).map((date) => {
    const on = shiftsOn(cover, date);
    const skipped = skippedOn(date, view.tenant.timeZone);
    const spans = [...on.map(({ at }) => at), ...(skipped ? [skipped] : [])];
    const covered = windowsOn(windows, date).map((window) => {
      const span = wallMinutes(date, window.start_time, window.end_time);
      const by = on.filter(({ at }) => at.from < span.until && at.until > span.from);
      return {
        ...windowCoverage(date, window, spans),
        by: by.map(({ shift }) => ({
          shift: shift.id,
          person: shift.person_id,
          name: shift.person_name,
        })),
      };
    });
    return { date, status: statusOf(covered), windows: covered };
  });
});
