import { exportMonth as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { Content } from '../platform/content.ts';
import { dayCoverage, sees } from '../rota/module.ts';
import { datesBetween } from '../timeline/module.ts';
import { dayNames, findDays } from './calendar-days.ts';
import { type ExportRow, writeCsv } from './write-csv.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * A month as CSV or XLSX: a row per shift, and one per day that has none, so that the coverage of
 * every day is there. Notes only where the viewer sees them.
 */
export const exportMonth = query(route, async (view, { params, query }) => {
  const month = Temporal.PlainYearMonth.from({ year: params.year, month: params.month });
  const first = month.toPlainDate({ day: 1 }).toString();
  const last = month.toPlainDate({ day: month.daysInMonth }).toString();
  const { windows, cover, shown } = await findDays(view, first, last, query);
  const byDate = Map.groupBy(shown, (row) => row.date);
  const rows = datesBetween(first, last).flatMap((date): ExportRow[] => {
    const { status: coverage } = dayCoverage(date, windows, cover, view.tenant.timeZone);
    const weekday = Temporal.PlainDate.from(date).dayOfWeek - 1;
    const day = { date, day: dayNames[weekday] as string, coverage };
    const shifts = byDate.get(date)?.map((shift) => {
      return { ...day, shift, notes: sees(view.by, shift) ? shift.notes : '' };
    });
    return shifts ?? [{ ...day, shift: null, notes: '' }];
  });
  const isSheet = query.format === 'xlsx';
  const name = `rota-${month}.${isSheet ? 'xlsx' : 'csv'}`;
  return new Content(
    isSheet ? route.media[1] : `${route.media[0]}; charset=utf-8`,
    isSheet ? await writeSheet(month, rows) : writeCsv(rows),
    { 'Content-Disposition': `attachment; filename="${name}"` },
  );
});
