import { listOrganisations as route } from '../../contract/routes.ts';
import { presentOrganisation, roleName, unsafeFindMemberships } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { unauthenticated } from '../platform/problem.ts';

/** Where I belong, the organisation of this call first. Looks across organisations for mine. */
export const listOrganisations = publicCall(route, async ({ app, caller }) => {
  if (!caller) throw unauthenticated();
  const memberships = await unsafeFindMemberships(app.systemPool, caller.by.accountId);
  return memberships
    .filter(({ active }) => active)
    .map(({ tenant, role, ownRoleName }) => ({
      ...presentOrganisation(tenant),
      role,
      role_name: roleName(role, ownRoleName),
      is_current: tenant.id === caller.tenant.id,
    }))
    .toSorted((a, b) => Number(b.is_current) - Number(a.is_current) || compare(a.name, b.name));
});

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
