import { listFree as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { findFree } from './find-commitments.ts';
import { spanOf } from './time.ts';

/** Who could take a span: everyone active whom nothing commits in it. */
export const listFree = query(route, async (view, { query }) => {
  const { date, start_time: startTime, end_time: endTime, overnight = false } = query;
  const span = spanOf({ date, startTime, endTime, overnight }, view.tenant.timeZone);
  const free = await findFree(view, span);
  return free.map((person) => ({ person: person.id, name: person.full_name }));
});
