import { readRoster as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { presentRoster } from './present-roster.ts';
import { getRoster } from './roster-store.ts';

/** One roster with its duties. */
export const readRoster = query(route, async (view, { params }) =>
  presentRoster(view, found(await getRoster(view, params.id))),
);
