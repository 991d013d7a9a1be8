import { permissionsOf } from '../../contract/identity/permissions.ts';
import { acceptInvitation as route } from '../../contract/routes.ts';
import {
  enterDirectory,
  getAccount,
  getPerson,
  invitedBy,
  personExists,
  presentOrganisation,
  readOutside,
  takeWayIn,
  verifyAccount,
} from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { read, write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { found, Refusal, unauthenticated } from '../platform/problem.ts';

/**
 * Accepts an invitation with the log-in that one has. It is bound to its address: whoever is logged
 * in as someone else is asked to log in as the one it is for. 409 `invitation_for_another`.
 */
export const acceptInvitation = publicCall(route, async ({ app, caller, facts, body }) => {
  if (!caller) throw unauthenticated();
  const { accountId, personId: here } = caller.by;
  const { id, tenant, personId, role, email } = await invitedBy(app, facts, body.token, 'token');
  const account = found(await readOutside(app, (outside) => getAccount(outside, accountId)));
  if (account.email !== email) {
    const sentence = `This invitation is for ${email}, and you are logged in as ${account.email}. Log out, then open the link again.`;
    throw new Refusal(409, 'invitation_for_another', sentence);
  }

  const me = found(await read(app, caller.tenant, (scope) => getPerson(scope, here)));
  const by = { ...caller.by, personId, role, permissions: permissionsOf(role) };
  await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    await takeWayIn(tx, { kind: 'invitation', id, tenant, role, personId });
    const made = await enterDirectory(tx, {
      ...{ id: personId, accountId, email, role },
      ...{ firstName: me.first_name, lastName: me.last_name },
      phoneNumber: me.phone_number ?? undefined,
    });
    if (!made) throw personExists();
    await verifyAccount(tx, accountId);
    const facts = { full_name: me.full_name, email, role, invitation: id };
    await record(tx, 'person.registered', personId, facts);
  });
  return { message: `Welcome to ${tenant.name}.`, organisation: presentOrganisation(tenant) };
});
