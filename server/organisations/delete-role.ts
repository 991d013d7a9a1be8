import { deleteRole as route } from '../../contract/routes.ts';
import { getOwnRole } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { whyInUse } from './role-rules.ts';
import { deleteUnusedRole, lockRole } from './role-store.ts';

/** An owner deletes a role that nobody has; the database holds it for those who get it meanwhile. */
export const deleteRole = action(route, async (tx, { params }) => {
  const { name } = found(await lockRole(tx, params.id));
  const { people } = found(await getOwnRole(tx, params.id));
  if (people > 0) refuseIf(whyInUse(people));
  if (!(await deleteUnusedRole(tx, params.id))) refuseIf(whyInUse(1));
  await record(tx, 'role.deleted', params.id, { name });
  return { message: `The role ${name} is deleted.` };
});
