import { readGrid as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { findGrid } from './find-grid.ts';

/** The grid of a roster: dates down, duties across, names inside. */
export const readGrid = query(route, (view, { query }) => findGrid(view, query));
