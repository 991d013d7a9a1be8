import { listResources as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { presentResource } from './present-resource.ts';
import { selectResources } from './resource-store.ts';
import { getSettings } from './settings-store.ts';

/** What can be booked, the default first, then by name. */
export const listResources = query(route, async (view) => {
  const [rows, settings] = await Promise.all([
    selectResources(view).orderBy('is_default', 'desc').orderBy('name').orderBy('id').execute(),
    getSettings(view),
  ]);
  return rows.map((row) => presentResource(row, settings, view.by));
});
