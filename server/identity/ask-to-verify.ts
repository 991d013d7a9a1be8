import { queueMessage, type Recipient } from '../inbox/module.ts';
import type { Tx } from '../platform/scope.ts';
import { goodFor, issueOneTimeToken } from './one-time-token-store.ts';

/** Mails the link that confirms an address, for the journal entry that asks for it. */
export async function askToVerify(
  tx: Tx,
  journalId: string,
  accountId: string,
  recipient: Recipient,
): Promise<void> {
  const id = await issueOneTimeToken(tx, accountId, 'verify-email', goodFor.verification);
  await queueMessage(tx, journalId, 'verify-email', [recipient], { one_time_token: id });
}
