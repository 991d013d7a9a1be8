import { sql } from 'kysely';
import { sendAgain as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { asE164 } from '../platform/channels/phone.ts';
import { record } from '../platform/journal.ts';
import { found, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { whyNotSendAgain, whyNotSendTo } from './delivery.ts';
import type { Follow } from './follow.ts';
import { findOptedOut } from './opt-out-store.ts';
import { outboxLoop } from './queue-message.ts';

/** An admin has a message sent once more: another round of attempts, to the person's present address. */
export const sendAgain = (follow: Follow) =>
  action(route, async (tx, { params }) => {
    const message = found(await lockMessage(tx, params.id));
    refuseIf(whyNotSendAgain(message, tx.now));
    const isMail = message.channel === 'email';
    const number = asE164(message.phone_number) ?? message.phone_number;
    const address = isMail ? message.email : number;
    const optedOut = !isMail && number !== null && (await findOptedOut(tx, [number])).size > 0;
    refuseIf(whyNotSendTo({ active: message.active, address, optedOut }));

    const to = address ?? message.address;
    await beginRound(tx, params.id, to);
    // Whoever has it sent again thinks that the address works by now.
    await tx.db
      .deleteFrom('dead_address')
      .where('organisation_id', '=', tx.tenant.id)
      .where('channel', '=', message.channel)
      .where('address', '=', to)
      .execute();
    const { person_id: person, channel, status: was } = message;
    await record(tx, 'message.sent_again', params.id, { person, channel, was });
    if (message.stands_with) await follow(tx, [message.stands_with]);
    tx.afterCommit.push(() => tx.poke(outboxLoop));
    return { message: 'It goes out again.', id: params.id, to, status: 'queued' as const };
  });

function lockMessage(tx: Tx, id: string) {
  return tx.db
    .selectFrom('message')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'message.organisation_id')
        .onRef('person.id', '=', 'message.person_id'),
    )
    .select(['message.status', 'message.channel', 'message.address', 'message.data'])
    .select(['message.withdrawn_at', 'message.stands_with', 'message.expires_at'])
    .select(['message.person_id', 'person.email', 'person.phone_number', 'person.active'])
    .where('message.organisation_id', '=', tx.tenant.id)
    .where('message.id', '=', id)
    .forNoKeyUpdate('message')
    .executeTakeFirst();
}

async function beginRound(tx: Tx, id: string, address: string): Promise<void> {
  await tx.db
    .updateTable('message')
    .set({
      ...{ status: 'queued', address, due_at: tx.now.toString(), lease: null },
      ...{ sent_at: null, provider_id: null, failure_code: null, failure: null },
      round: sql<number>`round + 1`,
      attempts_before: sql<number>`attempts`,
      ...{ attempts_free: 0, attempts_lost: 0 },
    })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
