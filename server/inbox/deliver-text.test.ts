import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { tenantById } from '../platform/tenant.ts';
import { shiftLetters } from '../rota/shift-letters.ts';
import { cleosPhone, openProviders, type Providers, publicUrl } from '../testing/providers.ts';
import { approve, asked, openPeriod } from '../testing/rota-steps.ts';
import { deliverDue } from './deliver-message.ts';
import { processCallbacks } from './process-callbacks.ts';
import { queueMessage } from './queue-message.ts';
import { attemptsMax, backoffSeconds } from './retry.ts';

type Channel = 'sms' | 'whatsapp';
let providers: Providers;
let shift: string;
let data: Record<string, unknown>;
beforeAll(async () => {
  providers = await openProviders();
  const { world } = providers;
  shift = await asked(world, 'cleo', { period: await openPeriod(world), date: '2026-12-01' });
  await approve(world, shift);
  const [first] = await world.sql<{ data: typeof data }>(
    "SELECT data FROM message WHERE template = 'shift-approved'",
  );
  data = first?.data ?? {};
  for (const channel of ['sms', 'whatsapp']) {
    await world.sql(
      `INSERT INTO notification_preference (organisation_id, person_id, kind, channel, chosen)
       VALUES ($1, $2, 'shift_decided', $3, true)`,
      [providers.organisation, world.ids.cleo, channel],
    );
  }
});
beforeEach(async () => {
  const { world } = providers;
  world.clock.advance({ minutes: 10 });
  await world.sql("UPDATE message SET status = 'failed' WHERE status IN ('queued', 'sending')");
  await world.sql('DELETE FROM opt_out; DELETE FROM dead_address; DELETE FROM provider_pause');
  await world.sql('UPDATE person SET phone_number = $2 WHERE id = $1', [
    ...[world.ids.cleo, '+44 7700 900-123'],
  ]);
});

/** Cleo is told that a shift is approved: by e-mail, SMS and WhatsApp. Ids by channel. */
async function told(): Promise<Record<Channel | 'email', string>> {
  const { world, organisation } = providers;
  const { app } = world.program;
  const recipients = [{ personId: world.ids.cleo, email: 'cleo@harbour.example' }];
  const tenant = await tenantById(app, organisation);
  const entry = await write(app, tenant, {}, async (tx) => {
    const id = await record(tx, 'shift.approved', shift, {});
    await queueMessage(tx, id, 'shift-approved', recipients, data);
    return id;
  });
  const rows = await world.sql<{ id: string; channel: Channel }>(
    'SELECT id, channel FROM message WHERE journal_id = $1',
    [entry],
  );
  return Object.fromEntries(rows.map((row) => [row.channel, row.id])) as never;
}

const deliver = (channel: Channel | 'email' = 'sms') =>
  deliverDue(providers.world.program.app, shiftLetters, providers.organisation, channel);
const wait = (seconds: number) => providers.world.clock.advance({ seconds });
const stateOf = async (id: string) => {
  const [row] = await providers.world.sql<{ status: string; failure_code: string | null }>(
    'SELECT status, attempts, failure_code FROM message WHERE id = $1',
    [id],
  );
  return row;
};
const attemptsOf = (id: string) =>
  providers.world.sql<{ outcome: string; code: string | null; provider_id: string | null }>(
    'SELECT outcome, code, provider_id FROM attempt WHERE message_id = $1 ORDER BY number',
    [id],
  );
const dueIn = async (id: string) => {
  const [row] = await providers.world.sql<{ due_at: string }>(
    'SELECT due_at FROM message WHERE id = $1',
    [id],
  );
  const due = Temporal.Instant.fromEpochMilliseconds(new Date(row?.due_at ?? 0).getTime());
  return due.since(providers.world.clock.now()).total('seconds');
};
const eventsOf = async (...subjects: string[]) =>
  (
    await providers.world.sql<{ event: string }>(
      `SELECT event FROM journal WHERE subject_id = ANY ($1) AND request_id IS NULL ORDER BY seq`,
      [subjects],
    )
  ).map((row) => row.event);

test('a text says who, what and where to go, in plain signs; its report makes it delivered', async () => {
  const { sms } = await told();
  await deliver();
  const [text] = providers.twilio.taken.slice(-1);
  expect(text).toMatchObject({ to: cleosPhone, from: '+15550009999' });
  expect(text?.body).toMatch(
    /^Harbour Care: Approved: your shift on Tue, 1 December 2026, 06:00-09:00\nhttp/,
  );
  expect(await stateOf(sms)).toMatchObject({ status: 'sent' });
  expect(await attemptsOf(sms)).toEqual([{ outcome: 'sent', code: null, provider_id: text?.sid }]);
  await providers.twilio.report(text?.sid ?? '', 'delivered');
  await processCallbacks(providers.world.program.app);
  expect(await stateOf(sms)).toMatchObject({ status: 'delivered' });
});

test('by eight workers at once: once', async () => {
  const { sms } = await told();
  const before = providers.twilio.calls.length;
  await Promise.all(Array.from({ length: 8 }, () => deliver()));
  expect(providers.twilio.calls).toHaveLength(before + 1);
  expect(await stateOf(sms)).toMatchObject({ status: 'sent' });
});

test('on WhatsApp by the template, and freely to who wrote in the last 24 hours', async () => {
  await told();
  await deliver('whatsapp');
  expect(providers.whatsApp.taken.at(-1)).toMatchObject({ type: 'template' });
  await providers.whatsApp.text(cleosPhone, 'thanks');
  await processCallbacks(providers.world.program.app);
  const { whatsapp } = await told();
  await deliver('whatsapp');
  const note = providers.whatsApp.taken.at(-1);
  expect(note).toMatchObject({ type: 'text', ours: `${providers.organisation}:${whatsapp}` });
  await providers.whatsApp.report(note?.id ?? '', 'read');
  await processCallbacks(providers.world.program.app);
  expect(await stateOf(whatsapp)).toMatchObject({ status: 'read' });
});

test('J-12 429 with Retry-After: 7: no call to that provider before, whoever is due; others go on', async () => {
  const first = await told();
  providers.twilio.next({ how: 'status', status: 429, retryAfter: '7' });
  await deliver();
  const calls = providers.twilio.calls.length;
  expect(await stateOf(first.sms)).toMatchObject({ status: 'queued' });
  const second = await told();
  for (let second = 0; second < 6; second += 1) {
    wait(1);
    await deliver();
  }
  expect(providers.twilio.calls).toHaveLength(calls);
  await deliver('email');
  await deliver('whatsapp');
  expect(await stateOf(second.whatsapp)).toMatchObject({ status: 'sent' });
  wait(1);
  await deliver();
  expect(await stateOf(first.sms)).toMatchObject({ status: 'sent' });
  expect(await stateOf(second.sms)).toMatchObject({ status: 'sent' });
});

test('J-12 a provider that is busy or away costs a message none of its attempts', async () => {
  const { sms } = await told();
  for (let i = 0; i < 8; i += 1) {
    providers.twilio.next({ how: 'status', status: 503 });
    await deliver();
    wait(15);
  }
  expect(await stateOf(sms)).toMatchObject({ status: 'queued', attempts: 8 });
  await deliver();
  expect(await stateOf(sms)).toMatchObject({ status: 'sent' });
});

test('J-13 21211: no retry; the number is flagged and not called again', async () => {
  const { cleo } = providers.world.ids;
  const { sms } = await told();
  providers.twilio.refuses.set(cleosPhone, 21211);
  await deliver();
  providers.twilio.refuses.clear();
  expect(await stateOf(sms)).toEqual({ status: 'failed', attempts: 1, failure_code: '21211' });
  expect(await eventsOf(sms)).toEqual(['message.failed']);
  expect((await eventsOf(cleo)).at(-1)).toBe('person.unreachable');
  const letters = await providers.world.sql(
    "SELECT person_id, channel, data->>'address' AS number FROM message WHERE template = 'number-unreachable'",
  );
  expect(letters).toEqual([{ person_id: cleo, channel: 'email', number: cleosPhone }]);
  const calls = providers.twilio.calls.length;
  const next = await told();
  await deliver();
  expect(await stateOf(next.sms)).toMatchObject({ status: 'failed', failure_code: 'dead_number' });
  expect(providers.twilio.calls).toHaveLength(calls);
});

describe('J-14 nobody knows whether it got through', () => {
  test.each(['drop', 'garble'] as const)('%s: looked for, found, not sent again', async (how) => {
    const { sms } = await told();
    const before = providers.twilio.taken.length;
    providers.twilio.next({ how });
    await deliver();
    expect(await stateOf(sms)).toMatchObject({ status: 'queued' });
    expect((await attemptsOf(sms)).map((one) => one.outcome)).toEqual(['unknown']);
    wait(10);
    await deliver();
    expect(await stateOf(sms)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(providers.twilio.taken).toHaveLength(before + 1);
    const sid = providers.twilio.taken.at(-1)?.sid;
    expect((await attemptsOf(sms)).at(-1)).toMatchObject({ outcome: 'sent', provider_id: sid });
  });

  test.each([{ how: 'hang-up' } as const, { how: 'status', status: 500 } as const])(
    '$how: looked for, not there, sent once',
    async (behaviour) => {
      const { sms } = await told();
      const before = providers.twilio.taken.length;
      providers.twilio.next(behaviour);
      await deliver();
      wait(10);
      await deliver();
      expect(await stateOf(sms)).toMatchObject({ status: 'sent', attempts: 2 });
      expect(providers.twilio.taken).toHaveLength(before + 1);
    },
  );

  test('looked for even when the provider was busy in between', async () => {
    const { sms } = await told();
    const before = providers.twilio.taken.length;
    providers.twilio.next({ how: 'drop' });
    await deliver();
    // The second attempt found it busy: that was not the message's fault.
    await providers.world.sql(
      `WITH tried AS (UPDATE message SET attempts = 2, attempts_free = 1 WHERE id = $1
         RETURNING organisation_id)
       INSERT INTO attempt (organisation_id, message_id, number, started_at, ended_at, outcome)
       SELECT organisation_id, $1, 2, now(), now(), 'failed' FROM tried`,
      [sms],
    );
    wait(10);
    await deliver();
    expect(await stateOf(sms)).toMatchObject({ status: 'sent', attempts: 3 });
    expect(providers.twilio.taken).toHaveLength(before + 1);
  });

  test('a worker that died after its call: looked for, found', async () => {
    const { sms } = await told();
    providers.twilio.next({ how: 'drop' });
    await deliver();
    const lost = `UPDATE message SET status = 'sending', lease = gen_random_uuid() WHERE id = $1`;
    await providers.world.sql(lost, [sms]);
    await providers.world.sql(
      'UPDATE attempt SET outcome = NULL, ended_at = NULL WHERE message_id = $1',
      [sms],
    );
    const before = providers.twilio.taken.length;
    wait(30);
    await deliver();
    expect(await stateOf(sms)).toMatchObject({ status: 'sent' });
    expect(providers.twilio.taken).toHaveLength(before);
  });

  test('Twilio’s callback tells first: then nothing is looked for', async () => {
    const { sms } = await told();
    providers.twilio.next({ how: 'drop' });
    await deliver();
    const sid = providers.twilio.taken.at(-1)?.sid ?? '';
    await providers.twilio.report(sid, 'delivered');
    await processCallbacks(providers.world.program.app);
    expect(await stateOf(sms)).toMatchObject({ status: 'delivered' });
    const calls = providers.twilio.calls.length;
    wait(600);
    await deliver();
    expect(providers.twilio.calls).toHaveLength(calls);
    expect(await attemptsOf(sms)).toEqual([
      { outcome: 'sent', code: 'ECONNRESET', provider_id: sid },
    ]);
  });

  test('WhatsApp can’t be asked: its callbacks have two minutes to tell', async () => {
    const { whatsapp } = await told();
    providers.whatsApp.next({ how: 'drop' });
    await deliver('whatsapp');
    const calls = providers.whatsApp.calls.length;
    wait(119);
    await deliver('whatsapp');
    expect(providers.whatsApp.calls).toHaveLength(calls);
    await providers.whatsApp.report(providers.whatsApp.taken.at(-1)?.id ?? '', 'sent');
    await processCallbacks(providers.world.program.app);
    wait(600);
    await deliver('whatsapp');
    expect(providers.whatsApp.calls).toHaveLength(calls);
    expect(await stateOf(whatsapp)).toMatchObject({ status: 'sent' });
  });
});

describe('J-28 W-29 who said STOP', () => {
  test('is never called; the e-mail goes', async () => {
    await providers.twilio.text(`${publicUrl}/api/webhooks/twilio/sms`, cleosPhone, 'STOP');
    const calls = [providers.twilio.calls.length, providers.whatsApp.calls.length];
    const { sms, whatsapp, email } = await told();
    for (const channel of ['sms', 'whatsapp', 'email'] as const) await deliver(channel);
    expect([providers.twilio.calls.length, providers.whatsApp.calls.length]).toEqual(calls);
    expect(await stateOf(sms)).toMatchObject({ status: 'failed', failure_code: 'opted_out' });
    expect(await stateOf(whatsapp)).toMatchObject({ status: 'failed', failure_code: 'opted_out' });
    expect(await stateOf(email)).toMatchObject({ status: 'sent' });
    await processCallbacks(providers.world.program.app);
  });

  test('is not called however the number was written', async () => {
    await providers.world.sql(
      "UPDATE person SET phone_number = '+44 (0)7700 900 123' WHERE id = $1",
      [providers.world.ids.cleo],
    );
    await providers.world.sql(
      `INSERT INTO opt_out (number, began_at, source) VALUES ($1, now(), 'sms')`,
      [cleosPhone],
    );
    const calls = providers.twilio.calls.length;
    const { sms } = await told();
    await deliver();
    expect(await stateOf(sms)).toMatchObject({ status: 'failed', failure_code: 'opted_out' });
    expect(providers.twilio.calls).toHaveLength(calls);
  });

  test('W-29 to Twilio (21610) has said it here too', async () => {
    const { sms } = await told();
    providers.twilio.refuses.set(cleosPhone, 21610);
    await deliver();
    providers.twilio.refuses.clear();
    expect(await stateOf(sms)).toMatchObject({ status: 'failed', failure_code: '21610' });
    expect(await providers.world.sql('SELECT number, source FROM opt_out')).toEqual([
      { number: cleosPhone, source: 'provider' },
    ]);
    const calls = providers.twilio.calls.length;
    const next = await told();
    await deliver();
    expect(await stateOf(next.sms)).toMatchObject({ failure_code: 'opted_out' });
    expect(providers.twilio.calls).toHaveLength(calls);
  });
});

test('J-26 two channels: one fails, the other is sent; each has its own record', async () => {
  const { sms, whatsapp } = await told();
  providers.twilio.next({ how: 'status', status: 400, code: 21617 });
  await deliver('sms');
  await deliver('whatsapp');
  expect(await stateOf(sms)).toMatchObject({ status: 'failed', failure_code: '21617' });
  expect(await stateOf(whatsapp)).toMatchObject({ status: 'sent', failure_code: null });
  expect(await attemptsOf(sms)).toMatchObject([{ outcome: 'failed', code: '21617' }]);
  expect(await attemptsOf(whatsapp)).toMatchObject([{ outcome: 'sent' }]);
});

test('a number without its country is no number: said so, not called', async () => {
  await providers.world.sql("UPDATE person SET phone_number = '07700 900123' WHERE id = $1", [
    providers.world.ids.cleo,
  ]);
  const calls = providers.twilio.calls.length;
  const { sms } = await told();
  await deliver();
  expect(await stateOf(sms)).toMatchObject({ status: 'failed', failure_code: 'no_number' });
  expect(providers.twilio.calls).toHaveLength(calls);
});

describe('J-11', () => {
  test('retries wait 4, 16, 64 and 256 seconds and up to a quarter more; then it has failed', async () => {
    const { whatsapp } = await told();
    const waits: number[] = [];
    for (let i = 1; i <= attemptsMax; i += 1) {
      providers.whatsApp.next({ how: 'status', status: 400, code: 131056 });
      await deliver('whatsapp');
      const seconds = await dueIn(whatsapp);
      if (i === attemptsMax) break;
      waits.push(seconds);
      wait(Math.ceil(seconds));
    }
    for (const [i, base] of [4, 16, 64, 256].entries()) {
      expect(waits[i]).toBeGreaterThanOrEqual(base);
      expect(waits[i]).toBeLessThanOrEqual(base * 1.25);
    }
    expect(await stateOf(whatsapp)).toMatchObject({ status: 'failed', failure_code: '131056' });
  });

  test('messages that failed together do not all come back together', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `message-${i}`);
    const none = { attempts_before: 0, attempts_free: 0, attempts_lost: 0 };
    const waits = ids.map((id) => backoffSeconds({ id, attempts: 4, ...none }));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(256);
    expect(Math.max(...waits)).toBeLessThanOrEqual(320);
    expect(new Set(waits).size).toBeGreaterThan(40);
  });
});
