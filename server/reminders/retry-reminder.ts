import { sql } from 'kysely';
import { retryReminder as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { presentOne } from './present-reminder.ts';
import { whyNotRetry } from './reminder.ts';
import { lockReminder } from './reminder-store.ts';
import { sendReminder } from './send-reminder.ts';

/** An admin has a reminder that failed sent once more, to where its person is reached now. */
export const retryReminder = action(route, async (tx, { params }) => {
  const row = found(await lockReminder(tx, params.id));
  refuseIf(whyNotRetry(row, tx.now));
  await reviveAddresses(tx, row.person_id);
  return presentOne(tx, await sendReminder(tx, row, 'reminder.retried'));
});

// Whoever has it sent again thinks that the addresses work by now.
async function reviveAddresses(tx: Tx, personId: string): Promise<void> {
  await sql`
    DELETE FROM dead_address d USING message m
    WHERE d.organisation_id = ${tx.tenant.id} AND m.organisation_id = d.organisation_id
      AND m.person_id = ${personId} AND m.template = 'duty-reminder'
      AND m.channel = d.channel AND m.address = d.address`.execute(tx.db);
}
