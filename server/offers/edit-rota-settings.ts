import { editRotaSettings as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { getSettings, setSetting } from './settings-store.ts';

/**
 * An admin says whether every request for a shift, and every swap, needs an approval; what waits
 * already waits for its admin all the same.
 */
export const editRotaSettings = action(route, async (tx, { body }) => {
  const before = await getSettings(tx);
  const after = { ...before, ...body };
  const names = ['shifts_need_approval', 'swaps_need_approval'] as const;
  const changed = names.filter((name) => after[name] !== before[name]);
  for (const name of changed) await setSetting(tx, name, after[name]);
  if (changed.length > 0) {
    const changes = changed.map((name) => [name, { before: before[name], after: after[name] }]);
    await record(tx, 'organisation.updated', tx.tenant.id, {
      changes: Object.fromEntries(changes),
    });
  }
  return after;
});
