import { readResource as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { presentResource } from './present-resource.ts';
import { getResource } from './resource-store.ts';
import { getSettings } from './settings-store.ts';

/** One resource with the settings that hold for it. */
export const readResource = query(route, async (view, { params }) => {
  const row = found(await getResource(view, params.id));
  return presentResource(row, await getSettings(view), view.by);
});
