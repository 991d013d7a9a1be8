import {
  getInvitation,
  type InvitationRow,
  insertInvitation,
  roleName,
} from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';

/** Mails someone who waits in the directory a new link; the one before must have ended. */
export async function sendInvitation(
  tx: ActorTx,
  person: { id: string; email: string },
): Promise<InvitationRow> {
  const id = await insertInvitation(tx, person);
  const row = found(await getInvitation(tx, id));
  const entry = await record(tx, 'person.invited', person.id, {
    ...{ full_name: row.full_name, email: row.email, role: row.role, invitation: id },
  });
  const recipient = { personId: person.id, email: person.email };
  await queueMessage(tx, entry, 'invited', [recipient], {
    ...{ inviter: tx.by.fullName, role: roleName(row.role, row.own_role_name) },
    one_time_token: id,
  });
  return row;
}
