import { listGaps as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { invalid } from '../platform/problem.ts';
import { findGaps } from './find-gaps.ts';

const daysMax = 62;

/** The gaps of these dates that are still ahead, computed now, with who could fill them. */
export const listGaps = query(route, async (view, { query }) => {
  const { start_date: from, end_date: until } = query;
  if (until < from) throw invalid({ end_date: ['Must not be before the start date.'] });
  const dates = Temporal.PlainDate.from(from).until(until).days + 1;
  if (dates > daysMax) throw invalid({ end_date: [`At most ${daysMax} days at once.`] });
  return findGaps(view, from, until);
});
