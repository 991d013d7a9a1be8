import type { EventName } from '../../contract/events.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { ReservationRow } from './reservation-row.ts';

type SeriesEvent = Extract<EventName, `series.${string}`>;

/** Writes a series' event: which of its reservations it is about; each of them has its own entry too. */
export function recordSeries(
  tx: Tx,
  event: SeriesEvent,
  id: string,
  rows: readonly ReservationRow[],
  facts: Record<string, unknown> = {},
): Promise<string> {
  const reservations = rows.map((row) => row.id);
  return record(tx, event, id, { reservations, ...facts });
}
