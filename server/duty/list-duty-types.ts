import { listDutyTypes as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { selectDutyTypes } from './duty-type-store.ts';
import { presentDutyType } from './present-duty-type.ts';

/** What has to be done here, by its place in lists, then by name. */
export const listDutyTypes = query(route, async (view, { query }) => {
  const { active } = query;
  const all = selectDutyTypes(view).orderBy('position').orderBy('name').orderBy('id');
  const some = active === undefined ? all : all.where('active', '=', active);
  return (await some.execute()).map((row) => presentDutyType(row, view.by));
});
