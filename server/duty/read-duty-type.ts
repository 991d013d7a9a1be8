import { readDutyType as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { getDutyType } from './duty-type-store.ts';
import { presentDutyType } from './present-duty-type.ts';

/** One duty type. */
export const readDutyType = query(route, async (view, { params }) =>
  presentDutyType(found(await getDutyType(view, params.id)), view.by),
);
