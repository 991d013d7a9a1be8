import { createRole as route } from '../../contract/routes.ts';
import { getOwnRole, selectOwnRoles } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { presentOwn } from './present-role.ts';
import { checkName, whyTooMany } from './role-rules.ts';
import { insertRole } from './role-store.ts';
import { lockSettings } from './settings-store.ts';

/** An owner makes a role from the permissions of the one table. */
export const createRole = action(route, async (tx, { body }) => {
  checkName(body.name);
  await lockSettings(tx);
  refuseIf(whyTooMany((await selectOwnRoles(tx).execute()).length));
  const id = newId();
  await insertRole(tx, { id, ...body });
  await record(tx, 'role.created', id, body);
  return presentOwn(found(await getOwnRole(tx, id)), tx.by);
});
