import { deleteResource as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, type Refused, refuseIf } from '../platform/problem.ts';
import { recordResource } from './resource-event.ts';
import { countTakenAhead, lockResource, updateResource } from './resource-store.ts';

/** An admin takes a resource away once nothing of it is booked any more; what was booked is kept. */
export const deleteResource = action(route, async (tx, { params }) => {
  const resource = found(await lockResource(tx, params.id));
  refuseIf(whyNotDelete(resource, await countTakenAhead(tx, resource.id)));

  const row = await updateResource(tx, resource, { deleted_at: tx.now.toString() });
  await recordResource(tx, 'resource.deleted', row);
  return null;
});

function whyNotDelete(resource: { is_default: boolean }, ahead: number): Refused | null {
  if (resource.is_default) {
    const detail = 'This is the default resource: calls that name none mean it. Rename it instead.';
    return { code: 'resource_default', detail };
  }
  if (ahead === 0) return null;
  return {
    code: 'resource_in_use',
    detail: `${ahead} reservations of it have not ended yet. Cancel them first.`,
    facts: { reservations: ahead },
  };
}
