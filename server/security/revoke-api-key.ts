import { revokeApiKey as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { revokeKey } from './api-key-store.ts';

/** Revokes an API key of mine. 404 when there is none, or it is revoked already. */
export const revokeApiKey = action(route, async (tx, { params }) => {
  const { id, name } = found(await revokeKey(tx, tx.by.personId, params.id));
  await record(tx, 'api_key.revoked', tx.by.personId, { key: id, name });
  return { message: `The key “${name}” opens nothing any more.` };
});
