import type { TradedReservation } from '../../contract/trades/trade.ts';
import type { ReservationRow } from '../booking/module.ts';
import { hoursText } from '../timeline/module.ts';

/** A reservation as trades show it, to whoever sees the trade: no notes, not whose. */
export function presentTraded(row: ReservationRow): TradedReservation {
  return {
    id: row.id,
    resource: row.resource_id,
    resource_name: row.resource_name,
    date: row.date,
    start_time: row.start_time,
    end_time: row.end_time,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    duration_hours: hoursText(row.minutes),
  };
}
