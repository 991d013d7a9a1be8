import { sql } from 'kysely';
import { asE164 } from '../platform/channels/phone.ts';
import type { Tx } from '../platform/scope.ts';
import type { Leased } from './message-store.ts';
import { findOptedOut } from './opt-out-store.ts';

/** What has to be known of texts before they may go out. */
export type TextFacts = {
  /** Numbers whose owners said STOP. */
  optedOut: ReadonlySet<string>;
  /** Numbers that take no messages, with what their provider said. */
  dead: ReadonlyMap<string, string>;
  /** Numbers that wrote to us on WhatsApp in the last 24 hours. */
  answers: ReadonlySet<string>;
  /** By message: since when it may have been sent already. */
  unknownSince: ReadonlyMap<string, Temporal.Instant>;
  /** What the provider calls the messages that we know of, for these numbers. */
  knownIds: readonly string[];
};

/** Without texts there is nothing to know. */
export const noTextFacts: TextFacts = {
  ...{ optedOut: new Set(), dead: new Map(), answers: new Set(), unknownSince: new Map() },
  knownIds: [],
};

/** Gathers it for texts of one channel, in the transaction that leased them. */
export async function gatherTextFacts(tx: Tx, texts: readonly Leased[]): Promise<TextFacts> {
  const [first] = texts;
  if (!first || first.channel === 'email') return noTextFacts;
  const numbers = texts.map((text) => asE164(text.address) ?? text.address);
  const here = sql<string>`any(${numbers}::text[])`;
  const optedOut = await findOptedOut(tx, numbers);
  const dead = await tx.db
    .selectFrom('dead_address')
    .select(['address', 'detail'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('channel', '=', first.channel)
    .where('address', '=', here)
    .execute();
  const answers = await tx.db
    .selectFrom('inbound_text')
    .select('from_number')
    .where('organisation_id', '=', tx.tenant.id)
    .where('from_number', '=', here)
    .where('channel', '=', 'whatsapp')
    .where('received_at', '>', tx.now.subtract({ hours: 24 }).toString())
    .execute();
  return {
    optedOut,
    dead: new Map(dead.map((row) => [row.address, row.detail])),
    answers: new Set(answers.map((row) => row.from_number)),
    ...(await findUnknown(tx, texts)),
  };
}

/** Attempts of this round of which nobody knows whether they got through. */
async function findUnknown(tx: Tx, texts: readonly Leased[]) {
  const again = texts.filter((text) => text.attempts > text.attempts_before + 1);
  if (again.length === 0) return { unknownSince: new Map(), knownIds: [] };
  const attempts = await tx.db
    .selectFrom('attempt')
    .select(['message_id', 'number', 'outcome', 'started_at'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('message_id', '=', sql<string>`any(${again.map((text) => text.id)}::uuid[])`)
    .orderBy('number')
    .execute();
  const unknownSince = new Map<string, Temporal.Instant>();
  for (const text of again) {
    const open = attempts.find(
      ({ message_id, number, outcome }) =>
        message_id === text.id &&
        number < text.attempts &&
        number > text.attempts_before &&
        (outcome === null || outcome === 'unknown'),
    );
    if (open) unknownSince.set(text.id, Temporal.Instant.from(open.started_at));
  }
  const known = await tx.db
    .selectFrom('attempt')
    .innerJoin('message', (join) =>
      join
        .onRef('message.organisation_id', '=', 'attempt.organisation_id')
        .onRef('message.id', '=', 'attempt.message_id'),
    )
    .select('attempt.provider_id')
    .where('message.organisation_id', '=', tx.tenant.id)
    .where('message.address', '=', sql<string>`any(${again.map((text) => text.address)}::text[])`)
    .where('message.channel', 'in', sql<never>`('sms', 'whatsapp')`)
    .where('attempt.provider_id', 'is not', null)
    .execute();
  return { unknownSince, knownIds: known.flatMap((row) => row.provider_id ?? []) };
}
