import { permissionsOf } from '../../contract/identity/permissions.ts';
import { resendInvitation as route } from '../../contract/routes.ts';
import { endInvitation, getInvitation, lockPerson, mayAdd } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { found, notFound, Refusal, refuseIf } from '../platform/problem.ts';
import { presentInvitation } from './present-invitation.ts';
import { sendInvitation } from './send-invitation.ts';

const quietFor = { minutes: 1 } as const;

/** Sends an invitation again, at most once a minute; its link is another, good for 7 days anew. */
export const resendInvitation = action(route, async (tx, { params }) => {
  const { person_id } = found(await getInvitation(tx, params.id));
  await lockPerson(tx, person_id);
  const before = found(await getInvitation(tx, params.id));
  refuseIf(mayAdd(tx.by, permissionsOf(before.role, before.own_permissions), true));
  const sentAt = Temporal.Instant.from(before.created_at);
  if (Temporal.Instant.compare(sentAt.add(quietFor), tx.now) > 0) {
    throw new Refusal(409, 'just_sent', 'It went out a moment ago. Wait a minute.');
  }
  if (!(await endInvitation(tx, before.id, 'replaced'))) throw notFound();
  const row = await sendInvitation(tx, { id: person_id, email: before.email });
  return presentInvitation(row, tx.now);
});
