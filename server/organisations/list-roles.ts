import { roles } from '../../contract/identity/permissions.ts';
import { listRoles as route } from '../../contract/routes.ts';
import { selectOwnRoles } from '../identity/module.ts';
import { query } from '../platform/action.ts';
import { presentBuiltIn, presentOwn } from './present-role.ts';
import { countBuiltIn } from './role-store.ts';

/** The built-in roles as the table has them, then the organisation's own by name. */
export const listRoles = query(route, async (view) => {
  const [people, own] = await Promise.all([
    countBuiltIn(view),
    selectOwnRoles(view).orderBy('r.name').orderBy('r.id').execute(),
  ]);
  return [
    ...roles.map((role) => presentBuiltIn(role, people.get(role) ?? 0, view.by)),
    ...own.map((role) => presentOwn(role, view.by)),
  ];
});
