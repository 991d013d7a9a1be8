import { beforeAll, describe, expect, test } from 'vitest';
import {
  cleosPhone,
  openProviders,
  type Providers,
  postAsMeta,
  sentMessage,
} from '../testing/providers.ts';
import { processCallbacks } from './process-callbacks.ts';

let providers: Providers;
let count = 0;
beforeAll(async () => {
  providers = await openProviders();
});

type Sent = { id: string; wamid: string };

/** A note to Cleo that WhatsApp took. */
async function sentNote(): Promise<Sent> {
  count += 1;
  const wamid = `wamid.${count}`;
  return { wamid, id: await sentMessage(providers, 'whatsapp', wamid) };
}

const statusOf = ({ id, wamid }: Sent, status: string, more = {}) => ({
  ...{ id: wamid, status, timestamp: '1795165200', recipient_id: '447700900123' },
  biz_opaque_callback_data: `${providers.organisation}:${id}`,
  ...more,
});
const payload = (...values: unknown[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: values.map((value) => ({ field: 'messages', value })) }],
});
const tell = (body: object, over = {}) => postAsMeta(providers, JSON.stringify(body), over);
const process = () => processCallbacks(providers.world.program.app);
const stateOf = async ({ id }: Sent) => {
  const [row] = await providers.world.sql<{ status: string }>(
    'SELECT status FROM message WHERE id = $1',
    [id],
  );
  return row?.status;
};
const kept = async () => {
  const [row] = await providers.world.sql<{ n: number }>('SELECT count(*)::int AS n FROM callback');
  return row?.n ?? 0;
};

test('W-03 what Meta signed is kept, then moves the message on', async () => {
  const sent = await sentNote();
  expect((await tell(payload({ statuses: [statusOf(sent, 'delivered')] }))).status).toBe(200);
  expect(await stateOf(sent)).toBe('sent');
  await process();
  expect(await stateOf(sent)).toBe('delivered');
});

describe('what Meta did not sign is refused and not kept', () => {
  test.each<[string, Parameters<typeof postAsMeta>[2]]>([
    ['W-05 one byte changed', { body: '{"object":"whatsapp_business_account","entry":[] }' }],
    ['W-06 no signature', { headers: { 'x-hub-signature-256': '' } }],
    ['W-07 a list', { headers: { 'x-hub-signature-256': 'sha256=aa, sha256=bb' } }],
    ['W-07 10 kB', { headers: { 'x-hub-signature-256': `sha256=${'a'.repeat(10_240)}` } }],
    ['W-08 another’s secret', { secret: 'app-next-door' }],
    [
      'W-16 said to be a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
  ])('%s', async (_, over) => {
    const before = await kept();
    expect((await tell(payload(), over)).status).toBe(403);
    expect(await kept()).toBe(before);
  });
});

test('W-09 the old secret counts while the rotation lasts', async () => {
  const until = Temporal.Instant.from('2026-11-20T10:00:00Z');
  const secrets = [
    { value: 'new', until: null },
    { value: 'old', until },
  ];
  const rotating = await openProviders({}, { whatsApp: secrets });
  const post = (secret: string) => postAsMeta(rotating, '{"entry":[]}', { secret });
  expect((await post('old')).status).toBe(200);
  rotating.world.clock.advance({ hours: 1 });
  expect((await post('old')).status).toBe(403);
  expect((await post('new')).status).toBe(200);
});

test('W-11 the same batch a hundred times at once: all 200, one effect', async () => {
  const sent = await sentNote();
  const before = await kept();
  const body = payload({ statuses: [statusOf(sent, 'read')] });
  const answers = await Promise.all(Array.from({ length: 100 }, () => tell(body)));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(await kept()).toBe(before + 1);
  await process();
  expect(await stateOf(sent)).toBe('read');
});

test('W-12 escapes and emoji: the bytes as they came are signed and understood', async () => {
  const messages = `[{"from":"447700900123","id":"wamid.escaped","timestamp":"1","type":"text","text":{"body":"caf\\u00e9 \\ud83d\\udc4d 👍\\r\\n "}}]`;
  const body = `{ "object": "whatsapp_business_account",\r\n "entry":[{"changes":[{"value":{"messages":${messages}}}]}]} `;
  expect((await postAsMeta(providers, body)).status).toBe(200);
  await process();
  const texts = await providers.world.sql('SELECT body FROM inbound_text WHERE provider_id = $1', [
    'wamid.escaped',
  ]);
  expect(texts).toEqual([{ body: 'café 👍 👍\r\n ' }]);
});

test('W-17 a batch beyond 3 MB: 413', async () => {
  const body = JSON.stringify({ entry: [], filler: 'x'.repeat(3_200_000) });
  expect((await postAsMeta(providers, body)).status).toBe(413);
});

test('W-25 statuses alone: no text, no message', async () => {
  const count = async () =>
    providers.world.sql(
      'SELECT (SELECT count(*) FROM inbound_text) AS t, (SELECT count(*) FROM message) AS m',
    );
  const sent = await sentNote();
  const before = await count();
  const value = { statuses: [statusOf(sent, 'sent'), statusOf(sent, 'delivered')] };
  expect((await tell(payload(value))).status).toBe(200);
  await process();
  expect(await count()).toEqual(before);
});

test('W-26 three entries of five changes, one of them malformed: the other fourteen count', async () => {
  const all = await Promise.all(Array.from({ length: 15 }, sentNote));
  const changes = all.map((sent) => ({
    field: 'messages',
    value: { statuses: [statusOf(sent, 'delivered')] } as unknown,
  }));
  changes[7] = { field: 'messages', value: null };
  const entry = [0, 5, 10].map((at) => ({ id: '1', changes: changes.slice(at, at + 5) }));
  const body = { object: 'whatsapp_business_account', entry };
  expect((await tell(body)).status).toBe(200);
  await process();
  const states = await Promise.all(all.map(stateOf));
  expect(states.filter((state) => state === 'delivered')).toHaveLength(14);
  expect(states[7]).toBe('sent');
  const [last] = await providers.world.sql<{ failure: string | null }>(
    'SELECT failure FROM callback ORDER BY id DESC LIMIT 1',
  );
  expect(last?.failure).toContain('null');
});

test.each(['[]', 'null', '7', '{"entry":{}}', '{"entry":[{"changes":[{}]}]}', '"x"'])(
  'signed, and nothing we know (%s): kept, and nothing happens',
  async (body) => {
    expect((await postAsMeta(providers, body)).status).toBe(200);
    expect(await process()).toBe(1);
    expect(await process()).toBe(0);
  },
);

test('W-28 J-15 whatever order they come in, a message only moves forward', async () => {
  const sent = await sentNote();
  for (const status of ['read', 'delivered', 'sent', 'read']) {
    await tell(payload({ statuses: [statusOf(sent, status, { timestamp: status })] }));
    await process();
  }
  expect(await stateOf(sent)).toBe('read');
  const reports = await providers.world.sql(
    'SELECT status FROM delivery_report WHERE message_id = $1',
    [sent.id],
  );
  expect(reports).toHaveLength(3);
});

describe('a text on WhatsApp', () => {
  const write = (text: string) => providers.whatsApp.text(cleosPhone, text);
  const eventsOf = async (person: string) =>
    (
      await providers.world.sql<{ event: string }>(
        `SELECT event FROM journal WHERE subject_id = $1 AND event LIKE 'person.opted%' ORDER BY seq`,
        [person],
      )
    ).map(({ event }) => event);

  test('is filed with its organisation and person, and journalled', async () => {
    expect((await write('When am I on?')).status).toBe(200);
    await process();
    const [text] = await providers.world.sql(
      `SELECT t.*, j.event, j.data FROM inbound_text t JOIN journal j ON j.subject_id = t.id
       WHERE body = 'When am I on?'`,
    );
    expect(text).toMatchObject({
      organisation_id: providers.organisation,
      person_id: providers.world.ids.cleo,
      channel: 'whatsapp',
      from_number: cleosPhone,
      event: 'text.received',
      data: { channel: 'whatsapp', people: [providers.world.ids.cleo] },
    });
  });

  test('W-22 STOP there ends texts everywhere, START brings them back', async () => {
    const out = () => providers.world.sql('SELECT number FROM opt_out WHERE ended_at IS NULL');
    await write('Stop.');
    await process();
    expect(await out()).toEqual([{ number: cleosPhone }]);
    providers.world.clock.advance({ minutes: 1 });
    await write(' start ');
    await process();
    expect(await out()).toEqual([]);
    expect(await eventsOf(providers.world.ids.cleo)).toEqual([
      ...['person.opted_out', 'person.opted_in'],
    ]);
  });
});
