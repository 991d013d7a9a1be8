import { readGrid as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { findGrid } from './find-grid.ts';
import { findUsualRoster } from './roster-store.ts';

/** The grid of a roster, or of today’s: dates down, duties across, names inside. */
export const readGrid = query(route, async (view, { query }) => {
  const roster = query.roster ?? found(await findUsualRoster(view));
  return findGrid(view, { ...query, roster });
});
