import { leaveOrganisation as route } from '../../contract/routes.ts';
import { endSessions, findAdmins, lockPerson, updateMembership } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';

/** Someone leaves: out at once, everything of record stays, the admins are told. 409 `last_owner`. */
export const leaveOrganisation = action(route, async (tx) => {
  const { personId, accountId } = tx.by;
  const { full_name } = found(await lockPerson(tx, personId));
  await updateMembership(tx, personId, { active: false });
  await endSessions(tx, { account_id: accountId }, 'left');
  const entry = await record(tx, 'person.left', personId, { full_name });
  await queueMessage(tx, entry, 'person-left', await findAdmins(tx), { full_name });
  return { message: `You left ${tx.tenant.name}.` };
});
