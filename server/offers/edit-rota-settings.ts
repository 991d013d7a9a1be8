import { editRotaSettings as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { getSwapsNeedApproval, setSwapsNeedApproval } from './settings-store.ts';

/** An admin says whether swaps need an approval; what is taken already waits for its admin all the same. */
export const editRotaSettings = action(route, async (tx, { body }) => {
  const before = await getSwapsNeedApproval(tx);
  const after = body.swaps_need_approval ?? before;
  if (after !== before) {
    await setSwapsNeedApproval(tx, after);
    await record(tx, 'organisation.updated', tx.tenant.id, {
      changes: { swaps_need_approval: { before, after } },
    });
  }
  return { swaps_need_approval: after };
});
