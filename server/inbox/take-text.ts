import { type App, write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { heedWord } from './opt-out-store.ts';
import { type OptOutWord, optOutWord } from './opt-out-words.ts';
import { unsafeFindPeopleByPhone } from './people-by-phone.ts';
import type { Text } from './told.ts';

/**
 * Files a text where it belongs: with the organisation that texted this number last, else with every one
 * that has someone with it. STOP and START concern them all. A text from nobody's number is filed nowhere.
 */
export async function takeText(app: App, text: Text, at: Temporal.Instant): Promise<void> {
  const word = optOutWord(text.body);
  if (word) await heedWord(app, text.from, word, text.channel, at);
  const people = await unsafeFindPeopleByPhone(app, text.from);
  const last = await unsafeFindLastSender(app, text);
  const everyone = new Set(people.map((person) => person.organisation_id));
  const concerned = last && !word ? [last] : last ? everyone.add(last) : everyone;
  for (const organisationId of concerned) {
    const here = people.filter((person) => person.organisation_id === organisationId);
    const tenant = await tenantById(app, organisationId);
    await write(app, tenant, {}, (tx) =>
      file(
        tx,
        text,
        at,
        here.map((person) => person.id),
        word,
      ),
    );
  }
}

async function file(
  tx: Tx,
  text: Text,
  at: Temporal.Instant,
  people: readonly string[],
  word: OptOutWord | null,
): Promise<void> {
  const id = newId();
  const filed = await tx.db
    .insertInto('inbound_text')
    .values({
      ...{ organisation_id: tx.tenant.id, id, channel: text.channel },
      ...{ provider_id: text.providerId, from_number: text.from, body: text.body },
      person_id: people.length === 1 ? (people[0] ?? null) : null,
      media: JSON.stringify(text.media),
      received_at: at.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!filed) return;
  const facts = { channel: text.channel, people, ...(word && { word }) };
  await record(tx, 'text.received', id, facts);
  if (word !== 'STOP' && word !== 'START') return;
  const event = word === 'STOP' ? 'person.opted_out' : 'person.opted_in';
  for (const person of people) await record(tx, event, person, { channel: text.channel });
}

async function unsafeFindLastSender(app: App, text: Text): Promise<string | null> {
  const last = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('message')
      .select('organisation_id')
      .where('address', '=', text.from)
      .where('channel', 'in', ['sms', 'whatsapp'])
      .where('channel', '=', text.channel)
      .where('attempts', '>', 0)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  return last?.organisation_id ?? null;
}
