import { revokeJoinCode as route } from '../../contract/routes.ts';
import { getJoinCode, revokeCode } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { found, unauthenticated } from '../platform/problem.ts';
import { presentJoinCode } from './present-join-code.ts';

/** Revokes a join code; twice is once. */
export const revokeJoinCode = publicCall(route, async ({ app, caller, params, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const row = await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    const { uses } = found(await getJoinCode(tx, params.id));
    if (await revokeCode(tx, params.id)) await record(tx, 'join_code.revoked', params.id, { uses });
    return found(await getJoinCode(tx, params.id));
  });
  return presentJoinCode(app, row);
});
