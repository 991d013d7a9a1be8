import { lockPerson } from '../identity/module.ts';
import { found, invalid } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { lockResource } from '../resources/module.ts';
import { type Booker, type Ground, loadGround } from './judge.ts';

/** Locks whoever reserves, then what they reserve; 400 where the body names no resource that is there. */
export async function lockGround(
  tx: ActorTx,
  resourceId: string | undefined,
): Promise<{ booker: Booker; ground: Ground }> {
  const booker = found(await lockPerson(tx, tx.by.personId));
  const resource = await lockResource(tx, resourceId);
  if (!resource) throw invalid({ resource: ['There is no such resource.'] });
  return { booker, ground: await loadGround(tx, resource) };
}
