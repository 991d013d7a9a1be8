import { type RawBuilder, sql } from 'kysely';
import { kindNamed, kindOf } from '../../contract/notifications/notification-kinds.ts';
import { dueAt } from '../notifications/module.ts';
import type { ChannelName } from '../platform/channels/channel.ts';
import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';
import { attemptsMax as usualAttempts } from './retry.ts';

/** The loop that delivers messages. */
export const outboxLoop = 'outbox';

/** Someone who is to be told, and where. */
export type Recipient = { personId: string; email: string };

/** On what terms a message goes out, where they are not the usual ones. */
export type Terms = {
  /** What it stands with: `withdrawMessages` calls it off, and who follows it hears what becomes of it. */
  standsWith?: string;
  /** The channels on which everyone is told who did not choose otherwise; else e-mail. */
  channels?: readonly ChannelName[];
  /** How often a channel is tried, 5 at most. */
  attemptsMax?: number;
  /** When what it says is of no more use: then it is not tried any more. */
  expiresAt?: string;
};

/** Someone who is told now and has quiet hours. */
type Quiet = { person_id: string; from_time: string; until_time: string; zone: string };

/**
 * Tells people of a journal entry, in the transaction of the change: a notification in the app and a
 * message in the outbox for each channel that they have chosen for this kind; the outbox loop delivers
 * after the commit, or when their quiet hours end. The same entry never reaches the same person twice
 * on a channel. `before` is the instant at which what it is about begins: nothing is held past it.
 */
export async function queueMessage(
  tx: Tx,
  journalId: string,
  template: string,
  recipients: readonly Recipient[],
  data: Record<string, unknown>,
  before: string | null = null,
  terms: Terms = {},
): Promise<void> {
  if (recipients.length === 0) return;
  const quiet = await insertChosen(tx, journalId, template, recipients, data, terms);
  await hold(tx, journalId, template, quiet, before);
  tx.afterCommit.push(() => tx.poke(outboxLoop));
}

/**
 * Writes a row for each channel chosen, and finds who of them has quiet hours: one statement. Looked up
 * row by row: of a list that comes as JSON the planner knows no length, and would read whole tables.
 */
async function insertChosen(
  tx: Tx,
  journalId: string,
  template: string,
  recipients: readonly Recipient[],
  data: Record<string, unknown>,
  { standsWith, channels = ['email'], attemptsMax = usualAttempts, expiresAt }: Terms,
): Promise<Quiet[]> {
  const kind = kindOf(template);
  const fixed = kindNamed(kind).fixed ?? false;
  const ways = recipients.flatMap((recipient) => waysTo(recipient, fixed, channels));
  const org = sql`${tx.tenant.id}::uuid`;
  const now = sql`${tx.now.toString()}::timestamptz`;
  const told = sql`${journalId}::uuid, ${template}, ${JSON.stringify(data)}::jsonb, ${now}`;
  const terms = sql`${standsWith ?? null}::uuid, ${attemptsMax}::smallint, ${expiresAt ?? null}::timestamptz`;
  const { rows } = await sql<Quiet>`
    WITH chosen AS (
      SELECT r.person_id, r.channel, r.id, coalesce(r.address, ${phoneNumber(org)}) AS address
      FROM jsonb_to_recordset(${JSON.stringify(ways)}::jsonb)
        AS r (person_id uuid, channel text, id uuid, address text, usual boolean, fixed boolean)
      WHERE r.fixed OR coalesce((SELECT p.chosen FROM notification_preference p
        WHERE p.organisation_id = ${org} AND p.person_id = r.person_id AND p.kind = ${kind}
          AND p.channel = r.channel), r.usual)
    ), in_app AS (
      INSERT INTO notification (organisation_id, person_id, id, template, data, created_at)
      SELECT ${org}, person_id, ${told} FROM chosen WHERE channel = 'in_app'
    ), outbox AS (
      INSERT INTO message (organisation_id, id, person_id, channel, address, due_at,
        stands_with, attempts_max, expires_at, journal_id, template, data, created_at)
      SELECT ${org}, id, person_id, channel, address, ${now}, ${terms}, ${told}
      FROM chosen WHERE channel <> 'in_app' AND address IS NOT NULL
    )
    SELECT q.* FROM chosen, LATERAL (
      SELECT person_id, from_time, until_time, coalesce((SELECT time_zone FROM person
        WHERE organisation_id = ${org} AND id = chosen.person_id), ${tx.tenant.timeZone}) AS zone
      FROM quiet_hours WHERE organisation_id = ${org} AND person_id = chosen.person_id OFFSET 0
    ) q WHERE chosen.channel <> 'in_app'`.execute(tx.db);
  return rows;
}

/**
 * The channels that someone can be told on, and whether they are when nothing else was chosen. Where
 * no address is given it is the person's phone number; who has none is not told on that channel.
 */
function waysTo(
  { personId: person_id, email }: Recipient,
  fixed: boolean,
  channels: readonly ChannelName[],
) {
  const by = (channel: ChannelName) => ({
    ...{ person_id, channel, id: newId(), usual: channels.includes(channel) },
  });
  return [
    { person_id, channel: 'in_app', address: '', usual: true, fixed },
    { ...by('email'), address: email, fixed: fixed && channels.includes('email') },
    by('sms'),
    by('whatsapp'),
  ];
}

/**
 * A person's phone number, in E.164 where it names its country; others stay as people wrote them, and
 * whoever sends to them is told that they are none.
 */
function phoneNumber(org: RawBuilder<unknown>) {
  return sql`(SELECT CASE WHEN phone_number ~ '^\\s*(\\+|00)' THEN
    '+' || regexp_replace(regexp_replace(phone_number, '\\D', '', 'g'), '^00', '')
    ELSE phone_number END
    FROM person WHERE organisation_id = ${org} AND person.id = r.person_id)`;
}

/** Lets the messages of those who are not to be disturbed now wait until their quiet hours end. */
async function hold(
  tx: Tx,
  journalId: string,
  template: string,
  quiet: readonly Quiet[],
  before: string | null,
): Promise<void> {
  const telling = {
    now: tx.now,
    urgent: kindNamed(kindOf(template)).urgent ?? false,
    before: before === null ? null : Temporal.Instant.from(before),
  };
  const people = new Map(quiet.map((one) => [one.person_id, one]));
  for (const { person_id, from_time: from, until_time: until, zone } of people.values()) {
    const due = dueAt(telling, { from, until }, zone);
    if (due.equals(tx.now)) continue;
    await tx.db
      .updateTable('message')
      .set({ due_at: due.toString() })
      .where('organisation_id', '=', tx.tenant.id)
      .where('journal_id', '=', journalId)
      .where('person_id', '=', person_id)
      .execute();
  }
}
