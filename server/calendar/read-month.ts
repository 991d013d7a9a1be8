import type { monthCalendar } from '../../contract/calendar/month-calendar.ts';
import type { Answer, Input } from '../../contract/platform/route.ts';
import type { View } from '../platform/scope.ts';
import { dayCoverage } from '../rota/module.ts';
import { addDays, dateAt, datesBetween, hoursText, mondayOf, weekOf } from '../timeline/module.ts';
import { dayNames, findDays } from './calendar-days.ts';
import { presentCalendarShift } from './calendar-shift.ts';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

/**
 * A month by weeks, Monday first: the 4 to 6 weeks that touch it. Days carry their approved shifts
 * (`person`: only one's), coverage by everyone's, and hours. Cost depends on the shifts shown.
 */
export async function readMonth(
  view: View,
  { params, query }: Input<typeof monthCalendar>,
): Promise<Answer<typeof monthCalendar>> {
  const month = Temporal.PlainYearMonth.from({ year: params.year, month: params.month });
  const first = month.toPlainDate({ day: 1 }).toString();
  const last = month.toPlainDate({ day: month.daysInMonth }).toString();
  const from = mondayOf(first);
  const until = addDays(mondayOf(last), 6);
  const { windows, cover, shown } = await findDays(view, from, until, query);
  const byDate = Map.groupBy(shown, (row) => row.date);

  const days = datesBetween(from, until).map((date, i) => {
    const shifts = byDate.get(date) ?? [];
    const approved = shifts.filter((row) => row.status === 'APPROVED');
    return {
      date,
      day_name: dayNames[i % 7] as string,
      is_current_month: date >= first && date <= last,
      shifts: shifts.map((row) => presentCalendarShift(row, view.by)),
      coverage: dayCoverage(date, windows, cover, view.tenant.timeZone),
      total_hours: hoursText(approved.reduce((sum, row) => sum + row.minutes, 0)),
    };
  });
  const inMonth = days.filter((day) => day.is_current_month);
  return {
    year: params.year,
    month: params.month,
    month_name: monthName.format(month.toPlainDate({ day: 1 })),
    time_zone: view.tenant.timeZone,
    today: dateAt(view.now, view.tenant.timeZone),
    weeks: weeksOf(days),
    total_shifts: inMonth.reduce((sum, day) => sum + countApproved(day.shifts), 0),
    coverage_stats: statsOf(inMonth.map((day) => day.coverage.status)),
  };
}

function countApproved(shifts: readonly { status: string }[]): number {
  return shifts.filter((shift) => shift.status === 'APPROVED').length;
}

function weeksOf<D extends { date: string }>(days: readonly D[]) {
  return Array.from({ length: days.length / 7 }, (_, i) => {
    const week = days.slice(i * 7, i * 7 + 7);
    const monday = (week[0] as D).date;
    return {
      week_number: i + 1,
      iso_week: weekOf(monday),
      week_start: monday,
      week_end: (week[6] as D).date,
      days: week,
    };
  });
}

function statsOf(statuses: readonly string[]) {
  const count = (status: string) => statuses.filter((one) => one === status).length;
  const complete = count('complete');
  return {
    total_days: statuses.length,
    fully_covered: complete,
    partially_covered: count('partial'),
    not_covered: count('none'),
    coverage_percentage: Math.round((complete * 1_000) / statuses.length) / 10,
  };
}
