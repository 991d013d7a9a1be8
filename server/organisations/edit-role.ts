import { editRole as route } from '../../contract/routes.ts';
import { getOwnRole } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, Refusal } from '../platform/problem.ts';
import { presentOwn } from './present-role.ts';
import { checkName } from './role-rules.ts';
import { lockRole, updateRole } from './role-store.ts';

/** An owner changes an own role; everyone who has it obeys from their next request on. */
export const editRole = action(route, async (tx, { params, body, facts }) => {
  const before = found(await lockRole(tx, params.id));
  if (facts.ifMatch !== null && facts.ifMatch !== before.version) throw stale(before.version);
  const after = { ...before, ...body };
  checkName(after.name);
  const changes = changesOf(before, after);
  if (Object.keys(changes).length > 0) {
    await updateRole(tx, after);
    await record(tx, 'role.updated', params.id, { name: after.name, changes });
  }
  return presentOwn(found(await getOwnRole(tx, params.id)), tx.by);
});

type Shape = { name: string; permissions: string[] };
function changesOf(before: Shape, after: Shape) {
  const same = (field: keyof Shape) =>
    JSON.stringify([before[field]].flat().toSorted()) ===
    JSON.stringify([after[field]].flat().toSorted());
  const changed = (['name', 'permissions'] as const).filter((field) => !same(field));
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}

function stale(version: number): Refusal {
  const sentence = 'Someone changed this role meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
