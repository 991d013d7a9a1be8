import { permissionsOf } from '../../contract/identity/permissions.ts';
import { foundOrganisation as route } from '../../contract/routes.ts';
import {
  createOrganisation,
  type Founding,
  getPerson,
  holdFounding,
  insertPerson,
  organisationToFound,
  presentOrganisation,
  withFreeNames,
} from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { read, write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { found, unauthenticated } from '../platform/problem.ts';

/** Someone who is logged in makes a further organisation and owns it, where sign-up is open. */
export const foundOrganisation = (founding: readonly Founding[]) =>
  publicCall(route, async ({ app, caller, body, facts }) => {
    if (!caller) throw unauthenticated();
    const { by: here, tenant: from } = caller;
    const me = found(await read(app, from, (scope) => getPerson(scope, here.personId)));

    return withFreeNames(async () => {
      const { tenant } = await organisationToFound(app, body);
      const owner = { role: 'owner', permissions: permissionsOf('owner') } as const;
      const home = here.home ?? { organisationId: from.id, personId: here.personId };
      const by = { ...here, ...owner, personId: newId(), home };
      await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
        await holdFounding(app, tx, undefined);
        await createOrganisation(tx, founding);
        await insertPerson(tx, {
          id: by.personId,
          accountId: here.accountId,
          email: me.email,
          firstName: me.first_name,
          lastName: me.last_name,
          role: by.role,
          phoneNumber: me.phone_number ?? undefined,
        });
        const { full_name, email } = me;
        await record(tx, 'person.registered', by.personId, { full_name, email, role: by.role });
      });
      return presentOrganisation(tenant);
    });
  });
