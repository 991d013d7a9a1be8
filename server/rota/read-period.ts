import { readPeriod as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { findGaps } from './period-gaps.ts';
import { getPeriod } from './period-store.ts';
import { decides } from './policy.ts';
import { presentPeriod } from './present-period.ts';
import { presentShift } from './present-shift.ts';
import { selectShifts } from './shift-row.ts';

/** One period with the shifts that the viewer sees and the gaps that are left in it. */
export const readPeriod = query(route, async (view, { params }) => {
  const own = decides(view.by) ? null : view.by.personId;
  const period = found(await getPeriod(view, params.id, own));
  let mine = selectShifts(view).where('shift.period_id', '=', period.id);
  if (own) mine = mine.where('shift.person_id', '=', own);
  const [shifts, gaps] = await Promise.all([
    mine.orderBy('shift.date').orderBy('shift.start_time').orderBy('shift.id').execute(),
    findGaps(view, period),
  ]);
  const count = (status: string) => shifts.filter((shift) => shift.status === status).length;
  return {
    ...presentPeriod(period, view.by),
    shifts: shifts.map((shift) => presentShift(shift, view.by)),
    coverage_summary: {
      total_approved_shifts: count('APPROVED'),
      pending_requests: count('PENDING'),
      status: period.status,
      gaps,
    },
  };
});
