import type { Cell } from 'write-excel-file/node';
import { type ExportRow, exportColumns, textsOf } from './write-csv.ts';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });
const widths = [12, 12, 24, 8, 8, 14, 10, 8, 12, 20, 40];

/**
 * The rows as an XLSX workbook of one sheet, its header frozen. Dates, minutes and hours are
 * numbers; text is typed as text, which no spreadsheet reads as a formula, so it stays as written.
 */
export async function writeSheet(
  month: Temporal.PlainYearMonth,
  rows: readonly ExportRow[],
): Promise<Buffer> {
  const header = exportColumns.map((column): Cell => ({ ...text(column), fontWeight: 'bold' }));
  const options = {
    sheet: monthName.format(month.toPlainDate({ day: 1 })),
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
  };
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([header, ...rows.map(cellsOf)], options).toBuffer();
}

function cellsOf({ date, day, shift, coverage, notes }: ExportRow): Cell[] {
  const cells = shift
    ? [
        ...textsOf(shift).map(text),
        number(shift.minutes, '0'),
        number(shift.minutes / 60, '0.00'),
        text(shift.status),
      ]
    : Array.from({ length: 7 }, () => null);
  return [dateCell(date), text(day), ...cells, text(coverage), notes === '' ? null : text(notes)];
}

const text = (value: string) => ({ type: String, value });
const number = (value: number, format: string) => ({ type: Number, value, format });
// A spreadsheet's date is a number of days without a zone: midnight UTC makes it a whole one.
const dateCell = (date: string) => {
  return { type: Date, value: new Date(`${date}T00:00:00Z`), format: 'yyyy-mm-dd' };
};
