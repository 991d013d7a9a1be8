import { listPrimeTimes as route } from '../../contract/routes.ts';
import { findRules } from '../approvals/module.ts';
import { query } from '../platform/action.ts';
import { primeTimesOf } from './prime-time.ts';

/** Prime times, by weekday and start; of a resource also those of all resources. */
export const listPrimeTimes = query(route, async (view, { query }) => {
  const times = primeTimesOf(await findRules(view, 'reservation'));
  const wanted = query.resource;
  return times.filter(({ resource }) => !wanted || resource === null || resource === wanted);
});
