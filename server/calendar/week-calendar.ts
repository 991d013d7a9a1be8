import { weekCalendar as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { invalid } from '../platform/problem.ts';
import { coverOf, dayCoverage } from '../rota/module.ts';
import {
  addDays,
  dateAt,
  datesBetween,
  hourLengths,
  hoursText,
  mondayOfWeek,
} from '../timeline/module.ts';
import {
  approvedOn,
  dayNames,
  findDays,
  minutesDated,
  type Placed,
  placedOn,
  touchesHour,
} from './calendar-days.ts';

/**
 * An ISO week. A shift stands in every day and clock hour that it touches, an overnight one on both
 * of its days; hours and counts go by its date, as in the month. Nobody is on in an hour that is
 * skipped; in an hour that comes twice, whoever is on in either. 400 for a week that the year lacks.
 */
export const weekCalendar = query(route, async (view, { params, query }) => {
  const week = `${params.year}-W${String(params.week).padStart(2, '0')}`;
  const monday = mondayOfWeek(week);
  if (monday === null) throw invalid({ week: [`${params.year} has no week ${params.week}.`] });
  const sunday = addDays(monday, 6);
  const { windows, cover, shown } = await findDays(view, monday, sunday, query);
  const byDate = coverOf(shown);
  const zone = view.tenant.timeZone;

  let total = 0;
  const days = datesBetween(monday, sunday).map((date, i) => {
    const placed = placedOn(view, byDate, date);
    const hours = hourLengths(date, zone);
    total += approvedOn(placed, date).length;
    return {
      date,
      day_name: dayNames[i] as string,
      shifts: placed.map(({ shift }) => shift),
      hourly_shifts: hourlyOf(placed, date, hours),
      coverage: dayCoverage(date, windows, cover, zone),
      total_hours: hoursText(minutesDated(placed, date)),
      ...clockChangeOf(hours),
    };
  });
  return {
    year: params.year,
    week_number: params.week,
    iso_week: week,
    week_start: monday,
    week_end: sunday,
    time_zone: zone,
    today: dateAt(view.now, zone),
    days,
    total_shifts: total,
  };
});

function hourlyOf(placed: readonly Placed[], date: string, lengths: readonly number[]) {
  const hours = lengths.map((minutes, hour) => {
    const on = minutes > 0 ? placed.filter(({ at }) => touchesHour(at, date, hour)) : [];
    return [labelOf(hour), on.map(({ shift }) => shift)] as const;
  });
  return Object.fromEntries(hours);
}

function clockChangeOf(lengths: readonly number[]) {
  const hour = lengths.findIndex((minutes) => minutes !== 60);
  if (hour < 0) return {};
  return { clock_change: { hour_label: labelOf(hour), minutes: lengths[hour] as number } };
}

function labelOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
