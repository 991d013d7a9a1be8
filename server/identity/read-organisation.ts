import { may } from '../../contract/identity/permissions.ts';
import { readOrganisation as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { getJoinCode } from './organisation-store.ts';
import { presentOrganisation } from './present-person.ts';

/** The organisation; those who may add people see its join code too. */
export const readOrganisation = query(route, async (view) => ({
  ...presentOrganisation(view.tenant),
  join_code: may(view.by, 'person.add') ? await getJoinCode(view) : null,
}));
