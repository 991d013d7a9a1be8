import type { EventName } from '../../contract/events.ts';
import { getAccount } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import type { Actor, Tx } from '../platform/scope.ts';

/** Journals what someone did to what guards their account, and mails it to them. */
export async function tellAccount(
  tx: Tx,
  by: Actor,
  event: EventName,
  template: string,
  data: Record<string, unknown> = {},
): Promise<void> {
  const { email } = found(await getAccount(tx, by.accountId));
  const entry = await record(tx, event, by.personId, data);
  await queueMessage(tx, entry, template, [{ personId: by.personId, email }], data);
}
