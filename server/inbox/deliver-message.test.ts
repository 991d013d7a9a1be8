import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shiftLetters } from '../rota/shift-letters.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod } from '../testing/rota-steps.ts';
import { deliverDue } from './deliver-message.ts';

type Received = { recipients: string[]; headers: string; body: string };
type Message = { id: string; organisation_id: string; status: string; attempts: number };

const received: Received[] = [];
/** What the mail server does with the next message: undefined takes it. */
let answers: (Error | (() => Promise<void>) | undefined)[] = [];
let postOffice: SMTPServer;
let world: World;
let period: string;
let organisation: string;
let day = 0;

beforeAll(async () => {
  postOffice = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, session, done) {
      const raw = await text(stream);
      const answer = answers.shift();
      if (answer instanceof Error) return done(answer);
      await answer?.();
      const split = raw.indexOf('\r\n\r\n');
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      received.push({ recipients, headers: raw.slice(0, split), body: raw.slice(split) });
      done();
    },
  });
  postOffice.listen(0, '127.0.0.1');
  await once(postOffice.server, 'listening');
  const { port } = postOffice.server.address() as AddressInfo;
  world = await openWorld({ config: { smtpUrl: `smtp://127.0.0.1:${port}` } });
  period = await openPeriod(world);
  [organisation = ''] = (
    await world.sql<{ id: string }>('SELECT DISTINCT organisation_id AS id FROM schedule_period')
  ).map(({ id }) => id);
});
afterAll(() => new Promise<void>((done) => postOffice.close(() => done())));
beforeEach(async () => {
  await world.sql("UPDATE message SET status = 'failed' WHERE status <> 'sent'");
  received.length = 0;
  answers = [];
});

/** Ben asks for a shift of his own, so one message goes to Ada. */
async function newMessage(notes = ''): Promise<Message> {
  day += 1;
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const shift = await asked(world, 'ben', { period, date, notes });
  const [message] = await world.sql<Message>(
    `SELECT m.* FROM message m JOIN journal j ON j.id = m.journal_id WHERE j.subject_id = $1`,
    [shift],
  );
  if (!message) throw new Error('no message was queued');
  return message;
}

/** One batch of what is due at Harbour Care. */
const deliver = () => deliverDue(world.program.app, shiftLetters, organisation);

const stateOf = async ({ id }: Message) => {
  const [row] = await world.sql('SELECT status, attempts, lease FROM message WHERE id = $1', [id]);
  return row;
};
const attemptsOf = ({ id }: Message) =>
  world.sql<{ number: number; outcome: string | null; detail: string | null }>(
    'SELECT number, outcome, detail FROM attempt WHERE message_id = $1 ORDER BY number',
    [id],
  );
const header = (mail: Received | undefined, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(mail?.headers ?? '')?.[1];
const temporarily = () => Object.assign(new Error('try later'), { responseCode: 451 });

test('is delivered once, in HTML and text, with a Message-ID of its own', async () => {
  const message = await newMessage();
  await deliver();
  await deliver();
  await deliver();
  expect(received).toHaveLength(1);
  const [mail] = received;
  expect(mail?.recipients).toEqual(['ada@harbour.example']);
  expect(header(mail, 'To')).toBe('Ada Okafor <ada@harbour.example>');
  expect(header(mail, 'From')).toBe('Callboard <callboard@localhost>');
  expect(header(mail, 'Message-ID')).toBe(`<${message.id}@localhost>`);
  expect(header(mail, 'Auto-Submitted')).toBe('auto-generated');
  expect(mail?.body).toContain('text/plain');
  expect(mail?.body).toContain('text/html');
  expect(await stateOf(message)).toEqual({ status: 'sent', attempts: 1, lease: null });
  expect(await attemptsOf(message)).toEqual([
    { number: 1, outcome: 'sent', detail: expect.stringContaining('250') },
  ]);
});

test('sent again by someone’s wish, it is another mail to the receiving side', async () => {
  const message = await newMessage();
  await deliver();
  expect((await world.as.ben.post(`/api/deliveries/${message.id}/send-again`)).status).toBe(200);
  await deliver();
  expect(received.map((mail) => header(mail, 'Message-ID'))).toEqual([
    `<${message.id}@localhost>`,
    `<${message.id}.2@localhost>`,
  ]);
});

test('by eight workers at once: once', async () => {
  const message = await newMessage();
  await Promise.all(Array.from({ length: 8 }, () => deliver()));
  expect(received).toHaveLength(1);
  expect(await stateOf(message)).toMatchObject({ status: 'sent', attempts: 1 });
});

test('refused for now: tried again later, not before, with the same Message-ID', async () => {
  answers = [temporarily()];
  const message = await newMessage();
  await deliver();
  expect(await stateOf(message)).toEqual({ status: 'queued', attempts: 1, lease: null });
  expect(await attemptsOf(message)).toEqual([
    { number: 1, outcome: 'failed', detail: expect.stringContaining('try later') },
  ]);
  world.clock.advance({ seconds: 3 });
  await deliver();
  expect(received).toEqual([]);
  // A quarter more at most.
  world.clock.advance({ seconds: 2 });
  await deliver();
  expect(header(received[0], 'Message-ID')).toBe(`<${message.id}@localhost>`);
  expect(await stateOf(message)).toEqual({ status: 'sent', attempts: 2, lease: null });
});

test('refused five times: it has failed, and the mailbox shows every attempt', async () => {
  answers = Array.from({ length: 6 }, temporarily);
  const message = await newMessage();
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await deliver();
    await world.sql('UPDATE message SET due_at = created_at WHERE id = $1', [message.id]);
  }
  expect(await stateOf(message)).toEqual({ status: 'failed', attempts: 5, lease: null });
  expect(answers).toHaveLength(1);
  const { body } = await world.as.ben.get(`/api/mailbox/${message.id}`);
  expect(body.attempt_log.map((one: { outcome: string }) => one.outcome)).toEqual([
    ...['failed', 'failed', 'failed', 'failed', 'failed'],
  ]);
});

test('one that can’t be sent does not hold up the others of its batch', async () => {
  const [first, second] = [await newMessage(), await newMessage()];
  await world.sql(`UPDATE message SET template = 'no-such-letter' WHERE id = $1`, [first.id]);
  await deliver();
  expect(await stateOf(first)).toMatchObject({ status: 'queued', attempts: 1 });
  expect(await stateOf(second)).toMatchObject({ status: 'sent' });
  expect((await attemptsOf(first))[0]?.detail).toContain('no-such-letter');
});

describe('a worker that dies', () => {
  test('loses the message when its lease ends; the next one sends it', async () => {
    const message = await newMessage();
    const until = world.program.app.clock.now().add({ seconds: 60 }).toString();
    await world.sql(
      `UPDATE message SET status = 'sending', attempts = 1, lease = gen_random_uuid(), due_at = $2 WHERE id = $1`,
      [message.id, until],
    );
    await world.sql(
      `INSERT INTO attempt (organisation_id, message_id, number, started_at) VALUES ($1, $2, 1, now())`,
      [message.organisation_id, message.id],
    );
    await deliver();
    expect(received).toEqual([]);
    world.clock.advance({ seconds: 60 });
    await deliver();
    expect(received).toHaveLength(1);
    expect(await stateOf(message)).toMatchObject({ status: 'sent', attempts: 2 });
    expect((await attemptsOf(message)).map(({ outcome }) => outcome)).toEqual([null, 'sent']);
  });

  test('and comes back late writes no result over another’s', async () => {
    const message = await newMessage();
    const other = '0198c0de-0000-7000-8000-000000000000';
    answers = [
      async () => {
        await world.sql('UPDATE message SET lease = $2 WHERE id = $1', [message.id, other]);
      },
    ];
    await deliver();
    expect(await stateOf(message)).toEqual({ status: 'sending', attempts: 1, lease: other });
  });
});

describe('what people write', () => {
  test('makes no header of its own', async () => {
    const name = 'Mallory\r\nBcc: evil@example.org\r\nX-Evil: yes';
    await world.sql('UPDATE person SET first_name = $2 WHERE id = $1', [world.ids.ben, name]);
    await world.sql('UPDATE person SET first_name = $2 WHERE id = $1', [world.ids.ada, name]);
    await newMessage('\r\n\r\n.\r\nRCPT TO:<evil@example.org>');
    await deliver();
    expect(received).toHaveLength(1);
    expect(received[0]?.recipients).toEqual(['ada@harbour.example']);
    expect(received[0]?.headers).not.toMatch(/^(bcc|x-evil):/im);
  });
});

test('a running worker delivers by itself, once to each', async () => {
  const { port } = postOffice.server.address() as AddressInfo;
  const smtpUrl = `smtp://127.0.0.1:${port}`;
  const working = await openWorld({ config: { smtpUrl, works: true } });
  const open = await openPeriod(working);
  await asked(working, 'cleo', { period: open });
  const sent = () =>
    working.sql<{ n: number }>(`SELECT count(*)::int AS n FROM message WHERE status = 'sent'`);
  await expect.poll(sent, { timeout: 15_000 }).toEqual([{ n: 2 }]);
  const to = received.flatMap(({ recipients }) => recipients).sort();
  expect(to).toEqual(['ada@harbour.example', 'ben@harbour.example']);
});
