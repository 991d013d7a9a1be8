import type { Cell } from 'write-excel-file/node';
import type { Grid, GridRow } from '../../contract/duty/grid.ts';
import { namesIn, weekdayOf } from './grid-names.ts';

/**
 * A grid as an XLSX workbook: dates down, duties across, names inside, one a line; the same file can be
 * read in again. Text is typed as text, which no spreadsheet reads as a formula, so it stays as written.
 */
export async function writeGridSheet(grid: Grid): Promise<Buffer> {
  const second = grid.rows.some((row) => row.second_date !== null);
  const header: Cell[] = [
    heading('Date'),
    heading('Day'),
    ...(second ? [heading('Second calendar')] : []),
    ...grid.duty_types.map((type) => heading(type.name, type.colour)),
  ];
  const options = {
    sheet: sheetName(grid.roster.name),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    orientation: 'landscape' as const,
    columns: header.map((_, i) => ({ width: i === 0 ? 12 : i === 1 ? 7 : 22 })),
  };
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const rows = grid.rows.map((row) => cellsOf(row, second));
  return writeXlsxFile([header, ...rows], options).toBuffer();
}

function cellsOf(row: GridRow, second: boolean): Cell[] {
  return [
    dateCell(row.date),
    text(weekdayOf(row.date)),
    ...(second ? [row.second_date === null ? null : text(row.second_date)] : []),
    ...row.cells.map((cell) => {
      const names = namesIn(cell).join('\n');
      return names === '' ? null : text(names);
    }),
  ];
}

const text = (value: string) => ({
  ...{ type: String, value, wrap: true },
  alignVertical: 'top' as const,
});
const heading = (value: string, colour?: string) => ({
  ...{ type: String, value, fontWeight: 'bold' as const, wrap: true },
  ...(colour && { backgroundColor: colour, textColor: '#ffffff' }),
});
// A spreadsheet's date is a number of days without a zone: midnight UTC makes it a whole one.
const dateCell = (date: string) => ({
  ...{ type: Date, value: new Date(`${date}T00:00:00Z`), format: 'yyyy-mm-dd' },
  alignVertical: 'top' as const,
});

// Excel takes no more than 31 characters, and none of these signs.
function sheetName(name: string): string {
  const plain = name.replaceAll(/[[\]:*?/\\']/g, ' ').trim();
  return [...plain].slice(0, 31).join('').trim() || 'Roster';
}
