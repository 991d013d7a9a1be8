import { invitePerson as route } from '../../contract/routes.ts';
import {
  getPersonByEmail,
  mayAdd,
  permissionsToGive,
  personExists,
  splitName,
  waitForPerson,
} from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { refuseIf } from '../platform/problem.ts';
import { presentInvitation } from './present-invitation.ts';
import { sendInvitation } from './send-invitation.ts';

/**
 * Invites someone by e-mail. They wait in the directory, in the role that the link will give them,
 * and are in when they accept; until then nothing can be planned with them.
 */
export const invitePerson = action(route, async (tx, { body }) => {
  const email = body.email.toLowerCase();
  const role = body.role ?? 'member';
  refuseIf(mayAdd(tx.by, await permissionsToGive(tx, role), true));
  const there = await getPersonByEmail(tx, email);
  if (there && there.standing !== 'withdrawn') throw personExists(there);

  // Until they say it themselves, the address is their name.
  const name = splitName({ full_name: body.full_name ?? email });
  const limit = body.weekly_hours_limit;
  const id = await waitForPerson(tx, {
    ...{ email, role, ...name },
    ...(limit !== undefined && { weeklyLimitMinutes: limit * 60 }),
  });
  if (!id) throw personExists({ standing: 'invited' });
  return presentInvitation(await sendInvitation(tx, { id, email }), tx.now);
});
