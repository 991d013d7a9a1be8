import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  cleosPhone,
  openProviders,
  type Providers,
  postAsTwilio,
  publicUrl,
  sentMessage,
} from '../testing/providers.ts';
import { optOutWord } from './opt-out-words.ts';
import { processCallbacks } from './process-callbacks.ts';

const path = '/api/webhooks/twilio/sms';
let providers: Providers;
beforeAll(async () => {
  providers = await openProviders();
});
beforeEach(() => providers.world.clock.advance({ minutes: 1 }));

const text = (body: string, from = cleosPhone, more = {}) =>
  providers.twilio.text(publicUrl + path, from, body, more);
const said = async (answer: Promise<Response>) => {
  const { status, ...response } = await answer.then(async (one) => ({
    status: one.status,
    type: one.headers.get('content-type'),
    xml: await one.text(),
  }));
  expect([status, response.type]).toEqual([200, 'text/xml; charset=utf-8']);
  return /<Response>(.*)<\/Response>/s.exec(response.xml)?.[1];
};
const process = () => processCallbacks(providers.world.program.app);
const texts = () =>
  providers.world.sql<{ body: string; person_id: string; media: unknown }>(
    'SELECT body, person_id, media FROM inbound_text ORDER BY received_at, id',
  );
const optedOut = async () =>
  (
    await providers.world.sql<{ number: string }>(
      'SELECT number FROM opt_out WHERE ended_at IS NULL ORDER BY number',
    )
  ).map((row) => row.number);
const eventsSince = async (seq: string) =>
  (
    await providers.world.sql<{ event: string }>(
      'SELECT event FROM journal WHERE seq > $1 ORDER BY seq',
      [seq],
    )
  ).map((row) => row.event);
const lastSeq = async () => {
  const [row] = await providers.world.sql<{ seq: string }>(
    'SELECT max(seq)::text AS seq FROM journal',
  );
  return row?.seq ?? '0';
};

test('a text is answered with nothing, filed with its person, and journalled', async () => {
  const before = await lastSeq();
  expect(await said(text('Running late, sorry'))).toBe('');
  await process();
  expect((await texts()).at(-1)).toEqual({
    ...{ body: 'Running late, sorry', person_id: providers.world.ids.cleo, media: [] },
  });
  expect(await eventsSince(before)).toEqual(['text.received']);
});

test('W-11 the same text handed in a hundred times at once is filed once', async () => {
  const params = { MessageSid: 'SMrepeated', From: cleosPhone, Body: 'once', NumMedia: '0' };
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => postAsTwilio(providers, path, params)),
  );
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  await process();
  expect((await texts()).filter(({ body }) => body === 'once')).toHaveLength(1);
});

test.each([
  ['W-12 emoji, escapes, CRLF and a trailing space', { Body: 'ok 👍 \\u00e4\r\nü & = + % ' }],
  ['W-14 fields that nobody knows', { Body: 'unknown', Brandnew: 'x', ToCountry: 'GB' }],
])('%s', async (_, params) => {
  expect(await said(text(params.Body, cleosPhone, params))).toBe('');
  await process();
  expect((await texts()).at(-1)?.body).toBe(params.Body);
});

test('W-13 pictures come along, and a field that is there twice is signed as well', async () => {
  const media = { MediaUrl0: 'https://api.twilio.com/a', MediaContentType0: 'image/jpeg' };
  await said(text('look', cleosPhone, { NumMedia: '1', ...media }));
  await process();
  expect((await texts()).at(-1)?.media).toEqual([
    { type: 'image/jpeg', at: 'https://api.twilio.com/a' },
  ]);
});

test('W-05 W-06 what Twilio did not sign is refused and not filed', async () => {
  const before = await texts();
  const params = { MessageSid: 'SMforged', From: cleosPhone, Body: 'STOP' };
  for (const over of [{ body: 'Body=STOP' }, { headers: { 'x-twilio-signature': '' } }]) {
    expect((await postAsTwilio(providers, path, params, over)).status).toBe(403);
  }
  await process();
  expect(await texts()).toEqual(before);
  expect(await optedOut()).toEqual([]);
});

test('from a number that nobody has: answered with nothing, filed nowhere, no name told', async () => {
  const before = await texts();
  expect(await said(text('Who are you?', '+447700900999'))).toBe('');
  expect(await said(text('HELP', '+447700900999'))).not.toMatch(/Harbour|Foyle|Cleo/);
  await process();
  expect(await texts()).toEqual(before);
});

describe('W-22', () => {
  test('STOP counts at once and is confirmed once; START brings texts back', async () => {
    const before = await lastSeq();
    expect(await said(text('STOP'))).toContain('<Message>');
    expect(await optedOut()).toEqual([cleosPhone]);
    expect(await said(text('stop'))).toBe('');
    await process();
    providers.world.clock.advance({ minutes: 1 });
    expect(await said(text('Start'))).toContain('<Message>');
    expect(await optedOut()).toEqual([]);
    await process();
    expect(await optedOut()).toEqual([]);
    const events = await eventsSince(before);
    expect(events.filter((event) => event !== 'text.received')).toEqual([
      ...['person.opted_out', 'person.opted_out', 'person.opted_in'],
    ]);
  });

  test('handed in again, it is not confirmed again', async () => {
    const params = { MessageSid: 'SMstop', From: cleosPhone, Body: 'STOP' };
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await said(postAsTwilio(providers, path, params)));
    expect(answers.map((answer) => answer?.includes('<Message>'))).toEqual([true, false, false]);
    providers.world.clock.advance({ minutes: 1 });
    await said(text('START'));
    await process();
    expect(await optedOut()).toEqual([]);
  });

  test('where Twilio manages opt-outs, it answers and we heed', async () => {
    expect(await said(text('Arret', cleosPhone, { OptOutType: 'STOP' }))).toBe('');
    expect(await optedOut()).toEqual([cleosPhone]);
    providers.world.clock.advance({ minutes: 1 });
    await said(text('x', cleosPhone, { OptOutType: 'START' }));
    expect(await optedOut()).toEqual([]);
  });

  test('a crash between keeping and heeding loses no STOP', async () => {
    await said(text('Stop all'));
    await providers.world.sql('DELETE FROM opt_out');
    await process();
    expect(await optedOut()).toEqual([cleosPhone]);
    providers.world.clock.advance({ minutes: 1 });
    await said(text('UNSTOP'));
  });

  test.each<[string, string | null]>([
    ['STOP', 'STOP'],
    [' stop. ', 'STOP'],
    ['Stop all', 'STOP'],
    ['“Unsubscribe”', 'STOP'],
    ['ＳＴＯＰ', 'STOP'],
    ['start', 'START'],
    ['help?', 'HELP'],
    ['YES', null],
    ['please do not stop', null],
    ['stop it at six', null],
    ['', null],
  ])('%j is %s', (body, word) => {
    expect(optOutWord(body)).toBe(word);
  });
});

test('W-27 what people wrote is text in the TwiML', async () => {
  const { world, organisation } = providers;
  await world.sql('UPDATE organisation SET name = $2 WHERE id = $1', [
    ...[organisation, 'Harbour <&> "Care" </Message><Redirect>'],
  ]);
  expect(await said(text('HELP'))).toBe(
    '<Message>Harbour &lt;&amp;&gt; &quot;Care&quot; &lt;/Message&gt;&lt;Redirect&gt;: texts about when and where you are on. STOP ends them.</Message>',
  );
  await world.sql("UPDATE organisation SET name = 'Harbour Care' WHERE id = $1", [organisation]);
});

describe('a number that people of two organisations have', () => {
  const numbers = async () =>
    (
      await providers.world.sql<{ name: string }>(
        `SELECT o.name FROM inbound_text t JOIN organisation o ON o.id = t.organisation_id
         WHERE t.received_at = $1 ORDER BY 1`,
        [providers.world.clock.now().toString()],
      )
    ).map((row) => row.name);

  test('a text belongs to who texted last; STOP concerns both', async () => {
    const { world } = providers;
    await world.sql('UPDATE person SET phone_number = $2 WHERE id = $1', [
      ...[world.ids.gus, '0044 7700 900-123'],
    ]);
    await said(text('to whom?'));
    await process();
    expect(await numbers()).toHaveLength(2);
    world.clock.advance({ minutes: 1 });
    await sentMessage(providers, 'sms', 'SMlast');
    await said(text('to Harbour'));
    await process();
    expect(await numbers()).toEqual(['Harbour Care']);
    world.clock.advance({ minutes: 1 });
    await said(text('STOP'));
    await process();
    expect(await numbers()).toHaveLength(2);
  });
});
