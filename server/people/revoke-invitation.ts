import { revokeInvitation as route } from '../../contract/routes.ts';
import { endInvitation, getInvitation, lockPerson, withdrawPerson } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found, notFound } from '../platform/problem.ts';

/** Takes an invitation back. Whoever accepted in the same moment is in: then there is nothing to take back. */
export const revokeInvitation = action(route, async (tx, { params }) => {
  const invitation = found(await getInvitation(tx, params.id));
  await lockPerson(tx, invitation.person_id);
  if (!(await endInvitation(tx, invitation.id, 'revoked'))) throw notFound();
  await withdrawPerson(tx, invitation.person_id);
  const { full_name, email } = invitation;
  await record(tx, 'invitation.revoked', invitation.person_id, {
    ...{ full_name, email, invitation: invitation.id },
  });
  return { message: `The invitation of ${email} is taken back.` };
});
