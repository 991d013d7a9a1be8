import { listCoverageWindows as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { dateAt } from '../timeline/module.ts';
import { findWindows } from './coverage-store.ts';

/** The spans of every day that must be covered, in effect today or later. */
export const listCoverageWindows = query(route, async (view) => {
  const today = dateAt(view.now, view.tenant.timeZone);
  return findWindows(view, today, '9999-12-31');
});
