import type { Tx } from '../platform/scope.ts';
import { lockFile } from './file-row.ts';
import { countBytes, setFileState } from './file-store.ts';

/**
 * Drops a file, in the transaction of the change: nobody gets it any more from the commit on, and it
 * no longer counts. Its bytes go within the hour (`sweep-files.ts`), so that a backup that is being
 * written finds what its tables speak of. False when it was dropped before.
 */
export async function dropFile(tx: Tx, id: string): Promise<boolean> {
  const file = await lockFile(tx, id);
  if (!file || file.state === 'removing') return false;
  await setFileState(tx, id, 'removing');
  await countBytes(tx, file.person_id, -file.bytes);
  return true;
}
