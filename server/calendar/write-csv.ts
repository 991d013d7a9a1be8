import { stringify } from 'csv-stringify/sync';
import type { CalendarRow } from './calendar-shift.ts';

/** A line of a month's table: a day with one of its shifts, or with none. */
export type ExportRow = {
  date: string;
  day: string;
  shift: CalendarRow | null;
  coverage: string;
  notes: string;
};

/** The columns of a month's table. */
export const exportColumns = [
  ...['Date', 'Day', 'Name', 'Start', 'End', 'Ends next day', 'Minutes', 'Hours'],
  ...['Status', 'Coverage of the day', 'Notes'],
];

/**
 * The rows as CSV. Text that a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, CSV injection); hours and minutes are numbers.
 */
export function writeCsv(rows: readonly ExportRow[]): string {
  const lines = rows.map(({ date, day, shift, coverage, notes }) => {
    if (!shift) return [date, day, '', '', '', '', '', '', '', coverage, notes];
    const hours = Math.round((shift.minutes * 100) / 60) / 100;
    const cells = [...textsOf(shift), shift.minutes, hours, shift.status];
    return [date, day, ...cells, coverage, notes];
  });
  // With its mark, spreadsheets know that it is UTF-8.
  const options = { bom: true, escape_formulas: true, record_delimiter: '\r\n' } as const;
  return stringify([exportColumns, ...lines], options);
}

/** Whose shift it is and its clock, in the order of the columns. */
export function textsOf(shift: CalendarRow): string[] {
  const clock = (time: string) => time.slice(0, 5);
  const times = [clock(shift.start_time), clock(shift.end_time)];
  return [shift.person_name, ...times, shift.overnight ? 'yes' : 'no'];
}
