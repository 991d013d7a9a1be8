import { once } from 'node:events';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliveries } from './inbox/deliver-message.ts';
import { testLetter } from './inbox/module.ts';
import { newId } from './platform/id.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { until } from './testing/until.ts';

/** What holds for the outbox as a whole, with a mail server that comes and goes. */
let world: World;
let port: number;
let server: SMTPServer | null = null;
const received: string[] = [];

beforeAll(async () => {
  port = await freePort();
  world = await openWorld({ config: { smtpUrl: `smtp://127.0.0.1:${port}` } });
});
afterAll(() => closeServer());
beforeEach(async () => {
  await world.sql('DELETE FROM attempt');
  await world.sql('DELETE FROM message');
  received.length = 0;
});

async function openServer(): Promise<void> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        received.push(session.envelope.rcptTo[0]?.address ?? '');
        done();
      });
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
}

async function closeServer(): Promise<void> {
  const open = server;
  server = null;
  if (open) await new Promise<void>((resolve) => open.close(() => resolve()));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** One look of a worker's loop, and the end of what it began. */
function worker(templates = testLetter) {
  const loop = deliveries(world.program.app, templates);
  return async () => {
    const begun = await loop.look();
    await loop.ended();
    return begun;
  };
}

/** Messages of someone's organisation, each due as many seconds after now as said; `n@` is the n-th. */
async function plant(dueInSeconds: number[], who: 'ben' | 'fay' = 'ben'): Promise<void> {
  const now = world.clock.now();
  const ids = dueInSeconds.map(() => newId());
  await world.sql(
    `INSERT INTO journal (organisation_id, id, at, event, subject_kind, subject_id, data)
     SELECT p.organisation_id, e.id, $3, 'test_letter.requested', 'person', p.id, '{}'
     FROM unnest($1::uuid[]) e (id) JOIN person p ON p.id = $2`,
    [ids, world.ids[who], now.toString()],
  );
  const due = dueInSeconds.map((seconds) => now.add({ seconds }).toString());
  await world.sql(
    `INSERT INTO message (organisation_id, id, journal_id, person_id, channel, address, template, data,
       due_at, created_at)
     SELECT p.organisation_id, e.id, e.id, p.id, 'email', e.n || '@example.org', 'test-letter', '{}',
       e.due, $4
     FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY e (id, due, n)
     JOIN person p ON p.id = $3`,
    [ids, due, world.ids[who], now.toString()],
  );
}
const statuses = () =>
  world.sql<{ status: string; n: number }>(
    'SELECT status, count(*)::int AS n FROM message GROUP BY 1 ORDER BY 1',
  );

test('J-03: no mail server for ten minutes: within a minute of its return all is sent, nothing given up', async () => {
  await plant(Array.from({ length: 60 }, (_, n) => n * 10));
  const look = worker();
  const forSeconds = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 5) {
      world.clock.advance({ seconds: 5 });
      await look();
    }
  };
  await forSeconds(600);
  expect(received).toEqual([]);
  expect(await statuses()).toEqual([{ status: 'queued', n: 60 }]);
  await openServer();
  await forSeconds(60);
  expect(await statuses()).toEqual([{ status: 'sent', n: 60 }]);
  expect(new Set(received).size).toBe(60);
});

describe('several workers', () => {
  test('J-10: three nodes, one send each', async () => {
    if (!server) await openServer();
    await plant(Array.from({ length: 120 }, () => 0));
    const looks = [worker(), worker(), worker()];
    await until('all are sent', async () => {
      await Promise.all(looks.map((look) => look()));
      return (await statuses()).every(({ status }) => status === 'sent');
    });
    expect(received).toHaveLength(120);
    expect(new Set(received).size).toBe(120);
  });

  test('J-18: an organisation with thousands due holds up no other: its neighbour is served in the same look', async () => {
    if (!server) await openServer();
    await plant(Array.from({ length: 3_000 }, () => 0));
    world.clock.advance({ hours: 1 });
    await plant([0], 'fay');
    await worker()();
    const neighbour = await world.sql(
      `SELECT status FROM message m JOIN person p ON p.organisation_id = m.organisation_id
       WHERE p.id = $1`,
      [world.ids.fay],
    );
    expect(neighbour).toEqual([{ status: 'sent' }]);
    expect((await statuses()).find(({ status }) => status === 'queued')?.n).toBeGreaterThan(2_900);
  });
});

test('J-19: nothing goes out before it is due, not by a second', async () => {
  if (!server) await openServer();
  await plant([300]);
  const look = worker();
  world.clock.advance({ seconds: 299 });
  await look();
  expect(received).toEqual([]);
  world.clock.advance({ seconds: 1 });
  await look();
  expect(received).toEqual(['1@example.org']);
});
