import { may } from '../../contract/identity/permissions.ts';
import { makeApiKey as route } from '../../contract/routes.ts';
import { lockPerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { invalid, Refusal } from '../platform/problem.ts';
import { hashOfKey, newKey } from './api-key.ts';
import { findApiKeys, insertApiKey } from './api-key-store.ts';
import { presentApiKey } from './present-api-key.ts';
import { tellAccount } from './tell-account.ts';

const keysMax = 20;

/** Makes an API key of mine. 400 on `scopes` for what I may not do myself. */
export const makeApiKey = action(route, async (tx, { body }) => {
  const beyond = body.scopes.filter((scope) => !may(tx.by, scope));
  if (beyond.length > 0) throw invalid({ scopes: [`You may not do this: ${beyond.join(', ')}.`] });
  await lockPerson(tx, tx.by.personId);
  const open = (await findApiKeys(tx, tx.by.personId)).filter(
    (row) => row.revoked_at === null && isAhead(row.expires_at, tx.now),
  );
  if (open.length >= keysMax) {
    throw new Refusal(409, 'too_many_keys', 'You have 20 keys. Revoke one that nobody uses.');
  }
  const key = newKey(tx.tenant.id);
  const { name, scopes, expires_in_days: days = 90 } = body;
  const row = await insertApiKey(tx, {
    ...{ id: newId(), name, scopes, hint: key.slice(-4), hash: hashOfKey(key) },
    expiresAt: tx.now.add({ hours: days * 24 }),
  });
  const data = { key: row.id, name, scopes, expires_at: row.expires_at };
  await tellAccount(tx, tx.by, 'api_key.made', 'api-key-made', data);
  return { key, ...presentApiKey(row) };
});

function isAhead(instant: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(instant), now) > 0;
}
