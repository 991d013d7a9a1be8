import { type App, write } from '../platform/app.ts';
import { ConfigError } from '../platform/config.ts';
import { record } from '../platform/journal.ts';
import type { Templates } from '../platform/letter.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { queueMessage } from './queue-message.ts';

/** The letter that only says that letters arrive. */
export const testLetter: Templates = {
  'test-letter': (_data, context) => ({
    subject: 'A test letter',
    opening: `Letters of ${context.organisationName} reach you. There is nothing to do.`,
  }),
};

/** What became of a test letter; `detail` is what the mail server said. */
export type TestLetter = { status: string; detail: string | null };

/**
 * Queues a test letter to the person with this e-mail, as every letter is queued; returns what looks
 * at what became of it. ConfigError when nobody has that address.
 */
export async function unsafeSendTestLetter(
  app: App,
  email: string,
): Promise<() => Promise<TestLetter | undefined>> {
  const person = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('person')
      .select(['organisation_id', 'id', 'email'])
      .where('email', '=', email.toLowerCase())
      .where('active', '=', true)
      .orderBy('created_at')
      .executeTakeFirst(),
  );
  if (!person) {
    throw new ConfigError(`Nobody active in any directory has the address ${email}.`);
  }
  const tenant = await tenantById(app, person.organisation_id);
  const journalId = await write(app, tenant, {}, async (tx) => {
    const entry = await record(tx, 'test_letter.requested', person.id, { to: person.email });
    const recipient = { personId: person.id, email: person.email };
    await queueMessage(tx, entry, 'test-letter', [recipient], {});
    return entry;
  });
  return () =>
    unsafeAcrossTenants(app.systemPool, (db) =>
      db
        .selectFrom('message')
        .leftJoin('attempt', (join) =>
          join
            .onRef('attempt.organisation_id', '=', 'message.organisation_id')
            .onRef('attempt.message_id', '=', 'message.id'),
        )
        .select(['message.status', 'attempt.detail'])
        .where('message.organisation_id', '=', tenant.id)
        .where('message.journal_id', '=', journalId)
        .where('message.channel', '=', 'email')
        .orderBy('attempt.number', 'desc')
        .executeTakeFirst(),
    );
}
