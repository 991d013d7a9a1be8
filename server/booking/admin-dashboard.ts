import { sql } from 'kysely';
import { adminDashboard as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import type { View } from '../platform/scope.ts';
import { dateAt } from '../timeline/module.ts';
import { recentActivity } from './recent-activity.ts';
import { isLiveNow } from './reservation-row.ts';

/** How many reservations wait for a decision, how many are today, and what happened lately. */
export const adminDashboard = query(route, async (view) => {
  const today = dateAt(view.now, view.tenant.timeZone);
  const [pending, todays, activity] = await Promise.all([
    countLive(view).where('reservation.status', '=', sql.lit('PENDING')).executeTakeFirst(),
    countLive(view).where('reservation.date', '=', today).executeTakeFirst(),
    recentActivity(view, null),
  ]);
  return {
    pending_approvals: pending?.count ?? 0,
    todays_reservations: todays?.count ?? 0,
    recent_activity: activity,
  };
});

function countLive(view: View) {
  return view.db
    .selectFrom('reservation')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('reservation.organisation_id', '=', view.tenant.id)
    .where(isLiveNow(view.now));
}
