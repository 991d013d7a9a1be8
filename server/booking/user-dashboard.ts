import { userDashboard as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import type { View } from '../platform/scope.ts';
import { presentReservation } from './present-reservation.ts';
import { recentActivity } from './recent-activity.ts';
import { isLiveNow, selectReservations } from './reservation-row.ts';

const shown = 10;

/** How many trades wait: those that someone asked for, and those that they were asked for. */
export type CountTrades = (view: View) => Promise<{ sent: number; received: number }>;

/** What is ahead of someone, the trades that wait, and what happened to their reservations lately. */
export const userDashboard = (countTrades: CountTrades) =>
  query(route, async (view) => {
    const me = view.by.personId;
    const [rows, trades, activity] = await Promise.all([
      selectReservations(view)
        .where('reservation.person_id', '=', me)
        .where('reservation.ends_at', '>', view.now.toString())
        .where(isLiveNow(view.now))
        .orderBy('reservation.starts_at')
        .orderBy('reservation.id')
        .limit(shown)
        .execute(),
      countTrades(view),
      recentActivity(view, me),
    ]);
    return {
      upcoming_reservations: rows.map((row) => presentReservation(row, view)),
      pending_trades: trades,
      recent_activity: activity,
    };
  });
