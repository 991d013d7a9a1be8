import { found } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import type { Entry } from './invite.ts';
import { findOccurrences } from './present-series.ts';
import type { ReservationRow } from './reservation-row.ts';
import type { SeriesEntry } from './series-invite.ts';
import { getSeries } from './series-store.ts';

/** What a letter keeps so that its mail can tell a calendar program: of one reservation, or of its series. */
export type CalendarEntry = { one: Entry } | { series: SeriesEntry };

/** The entry of a reservation as it is now; one of a series is in the entry of the series. */
export async function entryOfRow(read: Read, row: ReservationRow): Promise<CalendarEntry> {
  if (row.series_id) return entryOfSeries(read, row.series_id, row);
  return { one: entryFacts(row) };
}

/** The entry of a series as it is now, of the one whose it is. */
export async function entryOfSeries(
  read: Read,
  id: string,
  { person_name, person_email }: Pick<ReservationRow, 'person_name' | 'person_email'>,
): Promise<CalendarEntry> {
  const [row, rows] = await Promise.all([getSeries(read, id), findOccurrences(read, id)]);
  const series = found(row);
  return {
    series: {
      id,
      version: series.version,
      rrule: series.rrule,
      zone: series.zone,
      ...{ user_name: person_name, user_email: person_email, notes: series.notes },
      ...{ date: series.date, start_time: series.start_time, end_time: series.end_time },
      ...{ created_at: series.created_at, updated_at: series.updated_at },
      resource_name:
        rows.find((one) => one.resource_id === series.resource_id)?.resource_name ?? '',
      resource: series.resource_id,
      occurrences: rows.map((one) => ({
        ...entryFacts(one),
        occurrence: one.occurrence as string,
        resource: one.resource_id,
      })),
    },
  };
}

/** The entry of one reservation. */
export function entryFacts(row: ReservationRow): Entry {
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    ...{ resource_name: row.resource_name, notes: row.notes, zone: row.zone },
    ...{ user_name: row.person_name, user_email: row.person_email },
    ...{ starts_at: row.starts_at, ends_at: row.ends_at },
    ...{ created_at: row.created_at, updated_at: row.updated_at },
  };
}
