import { dayCalendar as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import type { View } from '../platform/scope.ts';
import {
  type Cover,
  coverOf,
  dayCoverage,
  shiftsOn,
  type Window,
  windowsOn,
} from '../rota/module.ts';
import { dateAt, hourLengths, hoursText, wallMinutes } from '../timeline/module.ts';
import { findDays, minutesDated, type Placed, placedOn, touchesHour } from './calendar-days.ts';
import { type CalendarRow, presentCalendarShift } from './calendar-shift.ts';

const dayName = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * A day with who covers its windows and its 24 clock hours. A shift stands in every hour that it
 * touches, after midnight too. An hour that the clocks skip has `exists: false` and nobody in it;
 * one that comes twice is one row of 120 minutes, with whoever is on in either.
 */
export const dayCalendar = query(route, async (view, { params: { date }, query }) => {
  const { windows, cover, shown } = await findDays(view, date, date, query);
  const placed = placedOn(view, coverOf(shown), date);
  const zone = view.tenant.timeZone;
  return {
    date,
    day_name: dayName.format(new Date(`${date}T00:00:00Z`)),
    time_zone: zone,
    today: dateAt(view.now, zone),
    shifts: placed.map(({ shift }) => shift),
    coverage: coveredBy(view, date, windows, cover),
    total_hours: hoursText(minutesDated(placed, date)),
    timeline: timelineOf(placed, date, windowsOn(windows, date), zone),
  };
});

// The coverage of the day, each window with the approved shifts in it, whoever is shown.
function coveredBy(
  view: View,
  date: string,
  windows: readonly Window[],
  cover: Cover<CalendarRow>,
) {
  const coverage = dayCoverage(date, windows, cover, view.tenant.timeZone);
  const on = shiftsOn(cover, date);
  const covered = coverage.windows.map((window) => {
    const span = wallMinutes(date, window.start_time, window.end_time);
    const inside = on.filter(({ at }) => at.from < span.until && at.until > span.from);
    return { ...window, shifts: inside.map(({ shift }) => presentCalendarShift(shift, view.by)) };
  });
  const first = (slug: string) => covered.find(({ window }) => window === slug)?.shifts[0] ?? null;
  return {
    ...coverage,
    ...(coverage.morning_covered !== undefined && { morning_shift: first('morning') }),
    ...(coverage.evening_covered !== undefined && { evening_shift: first('evening') }),
    windows: covered,
  };
}

function timelineOf(
  placed: readonly Placed[],
  date: string,
  windows: readonly Window[],
  zone: string,
) {
  const critical = windows.map(({ start_time, end_time }) =>
    wallMinutes(date, start_time, end_time),
  );
  return hourLengths(date, zone).map((minutes, hour) => {
    const exists = minutes > 0;
    const on = exists ? placed.filter(({ at }) => touchesHour(at, date, hour)) : [];
    return {
      hour,
      hour_label: `${String(hour).padStart(2, '0')}:00`,
      shifts: on.map(({ shift }) => shift),
      is_critical_time: exists && critical.some((at) => touchesHour(at, date, hour)),
      exists,
      minutes,
    };
  });
}
