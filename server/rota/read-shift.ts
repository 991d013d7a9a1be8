import { readShift as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import { sees } from './policy.ts';
import { presentShift } from './present-shift.ts';
import { getShift } from './shift-row.ts';

/** One shift: one's own, or any for who decides. */
export const readShift = query(route, async (view, { params }) => {
  const shift = found(await getShift(view, params.id));
  if (!sees(view.by, shift)) throw notFound();
  return presentShift(shift, view.by);
});
