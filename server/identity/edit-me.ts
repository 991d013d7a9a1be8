import { editMe as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { found, unauthenticated } from '../platform/problem.ts';
import { unsafeFindMemberships } from './account-store.ts';
import { getPerson, lockPerson, type PersonRow, updatePerson } from './person-store.ts';
import { presentMe } from './present-person.ts';

type Change = { first_name?: string; last_name?: string; phone_number?: string };

/** Changes my name or phone number in this organisation. Looks across organisations to show mine. */
export const editMe = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const person = await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await lockPerson(tx, by.personId);
    const before = found(await getPerson(tx, by.personId));
    const changes = changesOf(before, body);
    if (Object.keys(changes).length === 0) return before;
    await updatePerson(tx, by.personId, body);
    await record(tx, 'person.updated', by.personId, { changes });
    return found(await getPerson(tx, by.personId));
  });
  const memberships = await unsafeFindMemberships(app.systemPool, by.accountId);
  return presentMe(person, tenant, memberships);
});

function changesOf(before: PersonRow, change: Change): Record<string, [unknown, unknown]> {
  const fields = Object.keys(change) as (keyof Change)[];
  const changed = fields.filter((field) => before[field] !== change[field]);
  return Object.fromEntries(changed.map((field) => [field, [before[field], change[field]]]));
}
