import { may, type Permission } from '../../contract/identity/permissions.ts';
import { me as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import { found, unauthenticated } from '../platform/problem.ts';
import { unsafeFindMemberships } from './account-store.ts';
import { getPerson } from './person-store.ts';
import { presentMe } from './present-person.ts';

/** Who I am, in which organisations, and what I may do in this one. Looks across organisations for mine. */
export const me = publicCall(route, async ({ app, caller }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const [person, memberships] = await Promise.all([
    read(app, tenant, (scope) => getPerson(scope, by.personId)),
    unsafeFindMemberships(app.systemPool, by.accountId),
  ]);
  const mine = presentMe(found(person), tenant, memberships);
  // An API key may do less than its person.
  const permissions = mine.permissions.filter((name) => may(by, name as Permission));
  return { ...mine, permissions };
});
