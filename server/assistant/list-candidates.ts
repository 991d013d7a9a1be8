import { listCandidates as route } from '../../contract/routes.ts';
import { findAvailability } from '../availability/module.ts';
import { query } from '../platform/action.ts';
import { spanOf } from '../timeline/module.ts';
import { findColleagues } from './find-colleagues.ts';
import { presentCandidate } from './find-gaps.ts';
import { rankCandidates } from './rank-candidates.ts';
import { stretchOf } from './uncovered.ts';

/** Who could take a span, whether a window asks for it or not; chosen as for a gap. */
export const listCandidates = query(route, async (view, { query }) => {
  const { date, start_time: startTime, end_time: endTime, overnight = false } = query;
  const { timeZone } = view.tenant;
  const span = spanOf({ date, startTime, endTime, overnight }, timeZone);
  const [colleagues, available] = await Promise.all([
    findColleagues(view, date, date),
    findAvailability(view),
  ]);
  const need = { date, stretches: [stretchOf(date, span.startTime, span.endTime, timeZone)] };
  return rankCandidates(need, colleagues, available).map(presentCandidate);
});
