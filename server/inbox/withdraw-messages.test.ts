import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { tenantById } from '../platform/tenant.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';
import { deliverDue } from './deliver-message.ts';
import { queueMessage } from './queue-message.ts';
import { testLetter } from './send-test-letter.ts';
import { withdrawMessages } from './withdraw-messages.ts';

let world: World;
let organisation: string;
let postOffice: SMTPServer;
/** What the mail server took, and when. */
const taken: { to: string; at: number }[] = [];
let before: (() => Promise<void>) | null = null;

beforeAll(async () => {
  postOffice = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', async () => {
        await before?.();
        taken.push({ to: session.envelope.rcptTo[0]?.address ?? '', at: performance.now() });
        done();
      });
    },
  });
  postOffice.listen(0, '127.0.0.1');
  await once(postOffice.server, 'listening');
  const { port } = postOffice.server.address() as AddressInfo;
  world = await openWorld({ config: { smtpUrl: `smtp://127.0.0.1:${port}` } });
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [world.ids.cleo],
  );
  organisation = row?.id ?? '';
});
afterAll(() => new Promise<void>((done) => postOffice.close(() => done())));

const deliver = () => deliverDue(world.program.app, testLetter, organisation);

async function change<T>(work: Parameters<typeof write<T>>[3]): Promise<T> {
  const { app } = world.program;
  return write(app, await tenantById(app, organisation), {}, work);
}

/** Queues a letter to an address of its own; returns what it stands with. */
function queued(to: string): Promise<string> {
  const standsWith = newId();
  return change(async (tx) => {
    const entry = await record(tx, 'test_letter.requested', world.ids.cleo, {});
    const recipient = { personId: world.ids.cleo, email: to };
    await queueMessage(tx, entry, 'test-letter', [recipient], {}, null, { standsWith });
    return standsWith;
  });
}

const withdraw = (standsWith: string) => change((tx) => withdrawMessages(tx, [standsWith]));
const stateOf = async (standsWith: string) => {
  const [row] = await world.sql<{ status: string; withdrawn: boolean }>(
    'SELECT status, withdrawn_at IS NOT NULL AS withdrawn FROM message WHERE stands_with = $1',
    [standsWith],
  );
  return row;
};
const came = (to: string) => taken.filter((one) => one.to === to);

test('what is withdrawn before it goes out never does, nor is it sent again', async () => {
  const letter = await queued('early@harbour.example');
  await withdraw(letter);
  await deliver();
  expect(came('early@harbour.example')).toEqual([]);
  expect(await stateOf(letter)).toEqual({ status: 'withdrawn', withdrawn: true });
  const [{ id } = { id: '' }] = await world.sql<{ id: string }>(
    'SELECT id FROM message WHERE stands_with = $1',
    [letter],
  );
  const answer = await world.as.ada.post(`/api/deliveries/${id}/send-again`);
  expect(answer).toMatchObject({ status: 409, body: { code: 'withdrawn' } });
  const shown = await world.as.ada.get(`/api/deliveries/${id}`);
  expect(shown.body).toMatchObject({ status: 'withdrawn', can: { send_again: false } });
});

test('who withdraws what the provider is just taking waits for it', async () => {
  const letter = await queued('late@harbour.example');
  let isThere = false;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  before = async () => {
    isThere = true;
    await gate;
  };
  const delivery = deliver();
  await until('the letter is at the mail server', () => isThere);
  let committedAt = 0;
  const withdrawal = withdraw(letter).then(() => {
    committedAt = performance.now();
  });
  await sleep(300);
  expect(committedAt).toBe(0);
  letGo();
  before = null;
  await Promise.all([delivery, withdrawal]);
  expect(came('late@harbour.example')).toHaveLength(1);
  expect(came('late@harbour.example')[0]?.at).toBeLessThan(committedAt);
  expect(await stateOf(letter)).toEqual({ status: 'sent', withdrawn: true });
});

test('sixty times at once: each goes out before the withdrawal’s commit, or never', async () => {
  const jobs = Array.from({ length: 60 }, (_, n) => `race-${n}@harbour.example`);
  const letters = new Map<string, string>();
  for (const to of jobs) letters.set(to, await queued(to));
  before = () => sleep(Math.random() * 30);
  const committed = new Map<string, number>();
  const sender = (async () => {
    for (let n = 0; n < 12; n += 1) await deliver();
  })();
  await Promise.all(
    jobs.map(async (to) => {
      await sleep(Math.random() * 900);
      await withdraw(letters.get(to) ?? '');
      committed.set(to, performance.now());
    }),
  );
  await sender;
  await deliver();
  before = null;
  const sent = jobs.filter((to) => came(to).length > 0);
  for (const to of sent) {
    expect(came(to)).toHaveLength(1);
    expect(came(to)[0]?.at ?? Infinity).toBeLessThan(committed.get(to) ?? 0);
  }
  for (const to of jobs) {
    const status = sent.includes(to) ? 'sent' : 'withdrawn';
    expect(await stateOf(letters.get(to) ?? '')).toEqual({ status, withdrawn: true });
  }
  // Both happened, or this proves nothing.
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.length).toBeLessThan(57);
});
