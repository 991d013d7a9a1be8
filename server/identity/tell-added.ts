import { queueMessage } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import type { ActorTx } from '../platform/scope.ts';
import type { Account } from './account-store.ts';
import { goodFor, issueOneTimeToken } from './one-time-token-store.ts';

/** Tells someone who was just added: whoever has a password learns that they are in, the others choose one by the link. */
export async function tellAdded(
  tx: ActorTx,
  person: { id: string; email: string },
  account: Account,
): Promise<void> {
  const recipient = { personId: person.id, email: person.email };
  const entry = await record(tx, 'person.invited', person.id, { email: person.email });
  const inviter = tx.by.fullName;
  if (account.password_hash !== null) {
    await queueMessage(tx, entry, 'added', [recipient], { inviter });
    return;
  }
  const id = await issueOneTimeToken(tx, account.id, 'reset-password', goodFor.invitation);
  await queueMessage(tx, entry, 'invitation', [recipient], { inviter, one_time_token: id });
}
