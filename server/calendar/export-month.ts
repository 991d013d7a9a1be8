import { stringify } from 'csv-stringify/sync';
import { exportMonth as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { Content } from '../platform/content.ts';
import type { View } from '../platform/scope.ts';
import { dayCoverage, sees } from '../rota/module.ts';
import { datesBetween } from '../timeline/module.ts';
import { dayNames, findDays } from './calendar-days.ts';
import type { CalendarRow } from './calendar-shift.ts';

const columns = [
  ...['Date', 'Day', 'Name', 'Start', 'End', 'Ends next day', 'Minutes', 'Hours'],
  ...['Status', 'Coverage of the day', 'Notes'],
];

/**
 * A month as CSV: a row per shift, and one per day that has none, so that the coverage of every day
 * is there. Notes only where the viewer sees them. Text that a spreadsheet would take for a formula
 * gets an apostrophe before it (OWASP, CSV injection); hours and minutes are numbers.
 */
export const exportMonth = query(route, async (view, { params, query }) => {
  const month = Temporal.PlainYearMonth.from({ year: params.year, month: params.month });
  const first = month.toPlainDate({ day: 1 }).toString();
  const last = month.toPlainDate({ day: month.daysInMonth }).toString();
  const { windows, cover, shown } = await findDays(view, first, last, query);
  const byDate = Map.groupBy(shown, (row) => row.date);
  const rows = datesBetween(first, last).flatMap((date) => {
    const { status } = dayCoverage(date, windows, cover, view.tenant.timeZone);
    const day = [date, dayNames[Temporal.PlainDate.from(date).dayOfWeek - 1]];
    const shifts = byDate.get(date);
    if (!shifts) return [[...day, '', '', '', '', '', '', '', status, '']];
    return shifts.map((row) => [...day, ...cellsOf(row), status, notesFor(view, row)]);
  });
  // With its mark, spreadsheets know that it is UTF-8.
  const options = { bom: true, escape_formulas: true, record_delimiter: '\r\n' } as const;
  return new Content('text/csv; charset=utf-8', stringify([columns, ...rows], options), {
    'Content-Disposition': `attachment; filename="rota-${month}.csv"`,
  });
});

function cellsOf(row: CalendarRow) {
  const clock = (time: string) => time.slice(0, 5);
  return [
    row.person_name,
    clock(row.start_time),
    clock(row.end_time),
    row.overnight ? 'yes' : 'no',
    row.minutes,
    Math.round((row.minutes * 100) / 60) / 100,
    row.status,
  ];
}

function notesFor(view: View, row: CalendarRow): string {
  return sees(view.by, row) ? row.notes : '';
}
