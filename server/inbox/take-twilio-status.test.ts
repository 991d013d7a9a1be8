import pg from 'pg';
import twilio from 'twilio';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  cleosPhone,
  openProviders,
  type Providers,
  postAsTwilio,
  publicUrl,
  sentMessage,
} from '../testing/providers.ts';
import { until } from '../testing/until.ts';
import { processCallbacks } from './process-callbacks.ts';

let providers: Providers;
let count = 0;
beforeAll(async () => {
  providers = await openProviders();
});

type Sent = { id: string; sid: string; path: string };

/** A text to Cleo that Twilio took. */
async function sentText(): Promise<Sent> {
  count += 1;
  const sid = `SM${String(count).padStart(32, '0')}`;
  const id = await sentMessage(providers, 'sms', sid);
  const query = `organisation=${providers.organisation}&message=${id}`;
  return { id, sid, path: `/api/webhooks/twilio/status?${query}` };
}

const status = ({ sid }: Sent, MessageStatus: string, more = {}) => ({
  ...{ MessageSid: sid, SmsSid: sid, MessageStatus, AccountSid: 'AC1', To: cleosPhone, ...more },
});
const tell = (sent: Sent, to: string, more = {}) =>
  postAsTwilio(providers, sent.path, status(sent, to, more));
const process = () => processCallbacks(providers.world.program.app);
const stateOf = async ({ id }: Sent) => {
  const [row] = await providers.world.sql<{ status: string; failure_code: string | null }>(
    'SELECT status, failure_code FROM message WHERE id = $1',
    [id],
  );
  return row;
};
const reportsOf = async ({ id }: Sent) =>
  (
    await providers.world.sql<{ status: string }>(
      'SELECT status FROM delivery_report WHERE message_id = $1 ORDER BY status',
      [id],
    )
  ).map((row) => row.status);
const kept = async () => {
  const [row] = await providers.world.sql<{ n: number }>('SELECT count(*)::int AS n FROM callback');
  return row?.n;
};

test('W-01 what Twilio signed is kept, then moves the message on', async () => {
  const sent = await sentText();
  const answer = await tell(sent, 'delivered');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    ...[200, 'text/xml; charset=utf-8'],
  ]);
  expect(await answer.text()).toContain('<Response></Response>');
  expect(await stateOf(sent)).toMatchObject({ status: 'sent' });
  expect(await process()).toBe(1);
  expect(await stateOf(sent)).toMatchObject({ status: 'delivered' });
});

test('W-04 the same as JSON, signed by its hash', async () => {
  const sent = await sentText();
  const text = JSON.stringify(status(sent, 'delivered'));
  const path = `${sent.path}&bodySHA256=${twilio.getExpectedBodyHash(text)}`;
  const secret = providers.settings.twilio.authToken;
  const signature = twilio.getExpectedTwilioSignature(secret, publicUrl + path, {});
  const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature };
  expect((await postAsTwilio(providers, path, {}, { body: text, headers })).status).toBe(200);
  await process();
  expect(await stateOf(sent)).toMatchObject({ status: 'delivered' });
});

describe('what Twilio did not sign is refused and not kept', () => {
  const bad = (): [string, Parameters<typeof postAsTwilio>[3]][] => [
    ['W-05 one byte changed', { body: 'MessageSid=SM1&MessageStatus=failed' }],
    ['W-06 no signature', { headers: { 'x-twilio-signature': '' } }],
    ['W-07 a list of signatures', { headers: { 'x-twilio-signature': 'aGVsbG8=, aGVsbG8=' } }],
    ['W-07 10 kB of signature', { headers: { 'x-twilio-signature': 'A'.repeat(10_240) } }],
    ['W-08 another’s secret', { secret: 'f'.repeat(32) }],
    [
      'W-15 signed for the Host header',
      {
        signed: 'http://evil.example/api/webhooks/twilio/status',
        headers: { 'x-forwarded-host': 'evil.example' },
      },
    ],
    ['W-16 a form that says it is JSON', { headers: { 'content-type': 'application/json' } }],
  ];
  test.each(bad())('%s', async (_, over) => {
    const sent = await sentText();
    const before = await kept();
    const answer = await postAsTwilio(providers, sent.path, status(sent, 'failed'), over);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'bad_signature' });
    expect(await kept()).toBe(before);
  });

  test('W-07 the header twice', async () => {
    const sent = await sentText();
    const params = status(sent, 'delivered');
    const secret = providers.settings.twilio.authToken;
    const good = twilio.getExpectedTwilioSignature(secret, publicUrl + sent.path, params);
    const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
    headers.append('x-twilio-signature', good);
    headers.append('x-twilio-signature', good);
    const body = new URLSearchParams(params);
    const url = providers.world.origin + sent.path;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(403);
  });

  test('W-15 the public address counts, whatever Host says', async () => {
    const sent = await sentText();
    const over = { headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'ftp' } };
    const params = status(sent, 'delivered');
    expect((await postAsTwilio(providers, sent.path, params, over)).status).toBe(200);
    const evil = { ...over, signed: `http://evil.example${sent.path}` };
    expect((await postAsTwilio(providers, sent.path, params, evil)).status).toBe(403);
  });
});

test('W-17 a body beyond the limit: 413, long before it is all there', async () => {
  const { world } = providers;
  let taken = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += 16_384;
      if (taken > 20_000_000) controller.close();
      else controller.enqueue(new Uint8Array(16_384).fill(97));
    },
  });
  const answer = await fetch(`${world.origin}/api/webhooks/twilio/status`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: endless,
    duplex: 'half',
  } as RequestInit).catch(() => null);
  // The server may hang up before its answer is read.
  expect([413, undefined]).toContain(answer?.status);
  expect(taken).toBeLessThan(20_000_000);
  const known = await postAsTwilio(providers, '/api/webhooks/twilio/status', {
    Body: 'x'.repeat(70_000),
  });
  expect(known.status).toBe(413);
});

test('W-09 the old secret counts while the rotation lasts, then no more', async () => {
  const old = '0123456789abcdef0123456789abcdef';
  const until = Temporal.Instant.from('2026-11-20T10:00:00Z');
  const secrets = {
    twilio: [
      { value: 'n'.repeat(32), until: null },
      { value: old, until },
    ],
  };
  const rotating = await openProviders({}, secrets);
  const path = '/api/webhooks/twilio/status';
  const post = (secret: string) => postAsTwilio(rotating, path, { MessageSid: 'SM1' }, { secret });
  expect((await post(old)).status).toBe(200);
  rotating.world.clock.advance({ hours: 1 });
  expect((await post(old)).status).toBe(403);
  expect((await post('n'.repeat(32))).status).toBe(200);
});

test('W-11 J-16 the same told a hundred times at once: all 200, one effect, one history row', async () => {
  const sent = await sentText();
  const before = (await kept()) ?? 0;
  const answers = await Promise.all(Array.from({ length: 100 }, () => tell(sent, 'delivered')));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(await kept()).toBe(before + 1);
  await process();
  expect(await reportsOf(sent)).toEqual(['delivered']);
});

describe('W-28 J-15 callbacks in any order end in the same state', () => {
  test.each([
    [['sent', 'delivered'], 'delivered'],
    [['delivered', 'sent'], 'delivered'],
    [['read', 'delivered', 'sent', 'queued'], 'read'],
    [['delivered', 'read'], 'read'],
    [['undelivered', 'sent'], 'failed'],
    [['sent', 'undelivered', 'sending'], 'failed'],
    [['sending', 'accepted', 'brandnew'], 'sent'],
  ])('%j: %s', async (told, ends) => {
    const sent = await sentText();
    for (const one of told) {
      await tell(sent, one);
      await process();
    }
    expect(await stateOf(sent)).toMatchObject({ status: ends });
    expect(await reportsOf(sent)).toEqual([...told].sort());
  });
});

test('what failed says why, is journalled once, and a dead number is flagged', async () => {
  const sent = await sentText();
  await tell(sent, 'undelivered', {
    ErrorCode: '30005',
    ErrorMessage: 'Unknown destination handset',
  });
  await process();
  expect(await stateOf(sent)).toEqual({ status: 'failed', failure_code: '30005' });
  const events = await providers.world.sql<{ event: string }>(
    'SELECT event FROM journal WHERE subject_id IN ($1, $2) ORDER BY seq DESC LIMIT 2',
    [sent.id, providers.world.ids.cleo],
  );
  expect(events.map(({ event }) => event)).toEqual(['person.unreachable', 'message.failed']);
  expect(await providers.world.sql('SELECT address, code FROM dead_address')).toEqual([
    { address: cleosPhone, code: '30005' },
  ]);
  await providers.world.sql('DELETE FROM dead_address');
});

test('of a message that is not there, or is not this one’s: kept, and nothing moves', async () => {
  const sent = await sentText();
  const nobody = '0198c0de-0000-7000-8000-000000000000';
  for (const query of [
    '',
    `organisation=${nobody}&message=${sent.id}`,
    'organisation=x&message=y',
  ]) {
    const path = `/api/webhooks/twilio/status?${query}`;
    expect(
      (await postAsTwilio(providers, path, status(sent, `failed${query.length}`))).status,
    ).toBe(200);
  }
  await tell({ ...sent, sid: `SM${'f'.repeat(32)}` }, 'undelivered');
  expect(await process()).toBe(4);
  expect(await stateOf(sent)).toEqual({ status: 'sent', failure_code: null });
});

test('W-19 while no worker runs, callbacks are answered and wait', async () => {
  const sent = await sentText();
  for (let i = 0; i < 200; i += 1) {
    expect((await tell(sent, `made-up-${i}`)).status).toBe(200);
  }
  let processed = 0;
  for (let more = await process(); more > 0; more = await process()) processed += more;
  expect(processed).toBe(200);
});

/** Nobody connects to the world's database while `work` runs, and the program's system role is cut off. */
async function whileDown(work: () => Promise<void>): Promise<void> {
  const url = new URL(providers.world.databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = $1 AND application_name = 'callboard_system'`,
      [name],
    );
    await work();
  } finally {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    await client.end();
  }
}

test('W-18 while the database is down: 5xx; told again: one effect', async () => {
  const sent = await sentText();
  await whileDown(async () => {
    expect((await tell(sent, 'delivered')).status).toBeGreaterThanOrEqual(500);
  });
  // Connections that broke meanwhile are replaced; Twilio tries again as well.
  for (let taken = 0; taken < 3; ) {
    await until(
      'the callback is taken',
      async () => (await tell(sent, 'delivered')).status === 200,
    );
    taken += 1;
  }
  await process();
  expect(await stateOf(sent)).toMatchObject({ status: 'delivered' });
  expect(await reportsOf(sent)).toEqual(['delivered']);
});
