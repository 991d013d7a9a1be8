import { changePassword as route } from '../../contract/routes.ts';
import {
  checkConfirmed,
  checkNewPassword,
  endAndRecord,
  hashPassword,
  lockPassword,
  replacePassword,
  unsafeFindMemberships,
  unsafeInTenant,
} from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { forbidden, unauthenticated } from '../platform/problem.ts';
import { provePassword } from './prove-password.ts';

/** Sets a new password with the current one, tells by mail, and ends my other sessions unless they are kept. */
export const changePassword = publicCall(route, async ({ app, caller, body, facts }) => {
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  const account = await provePassword(app, caller, body.password_current);
  const memberships = await unsafeFindMemberships(app.systemPool, account.id);
  const personal = memberships.flatMap((one) => [one.fullName, one.tenant.name]);
  checkConfirmed(body.password, body.password_confirm);
  checkNewPassword(body.password, [account.email, ...personal]);
  const passwordHash = await hashPassword(body.password);

  const keeps = body.keep_other_sessions === true;
  await write(app, tenant, { by, requestId: facts.requestId }, async (tx) => {
    if (!(await lockPassword(tx, account.id, account.passwordHash))) {
      throw forbidden('Your password was changed a moment ago.', 'wrong_password');
    }
    await replacePassword(tx, account.id, passwordHash);
    for (const { tenant: there, personId } of memberships) {
      await unsafeInTenant(tx, there, async (inside) => {
        const within = { ...inside, by: { ...by, personId } };
        const which = { account_id: account.id, except: by.sessionId };
        const ended = keeps ? 0 : await endAndRecord(within, which, 'password_changed');
        const facts = { sessions_ended: ended, kept: by.sessionId };
        const entry = await record(within, 'password.changed', personId, facts);
        if (there.id !== tenant.id) return;
        const recipient = { personId, email: account.email };
        await queueMessage(within, entry, 'password-replaced', [recipient], { kept: keeps });
      });
    }
  });
  return { message: 'Your new password is set.' };
});
