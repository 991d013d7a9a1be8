import { permissionsOf } from '../../contract/identity/permissions.ts';
import { makeJoinCode as route } from '../../contract/routes.ts';
import {
  getJoinCode,
  insertJoinCode,
  joinCodeMac,
  joinCodeOf,
  mayAdd,
} from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { found, refuseIf, unauthenticated } from '../platform/problem.ts';
import { presentJoinCode } from './present-join-code.ts';

const usual = { uses: 25, days: 7 };

/** Makes a join code. It makes members and nothing more, and needs the program's key: hence no `action`. */
export const makeJoinCode = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  refuseIf(mayAdd(by, permissionsOf('member'), true));
  const { uses_max: usesMax = usual.uses, days = usual.days } = body;
  const row = await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    const id = newId();
    const mac = joinCodeMac(app.secrets, joinCodeOf(app.secrets, id));
    const expiresAt = tx.now.add({ hours: days * 24 });
    await insertJoinCode(tx, { id, mac, expiresAt, usesMax });
    const facts = { uses_max: usesMax, expires_at: expiresAt.toString() };
    await record(tx, 'join_code.made', id, facts);
    return found(await getJoinCode(tx, id));
  });
  return presentJoinCode(app, row);
});
