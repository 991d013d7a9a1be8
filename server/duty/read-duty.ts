import { readDuty as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { getDuty } from './duty-store.ts';
import { presentDuty } from './present-duty.ts';

/** One duty assignment, also one that ended. */
export const readDuty = query(route, async (view, { params }) =>
  presentDuty(found(await getDuty(view, params.id)), view.by),
);
