import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod } from '../testing/rota-steps.ts';
import { sweepMessages } from './sweep-messages.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await asked(world, 'ben', { period: await openPeriod(world) });
});
beforeEach(async () => {
  await world.sql(
    `UPDATE message SET status = 'queued', due_at = $1, lease = NULL, leased_until = NULL`,
    [world.program.app.clock.now().toString()],
  );
  await world.sql('DELETE FROM pgboss.job');
});

const jobs = () =>
  world.sql<{ data: { message: string }; seconds: number }>(
    `SELECT data, round(extract(epoch FROM start_after - created_on))::int AS seconds
     FROM pgboss.job WHERE name = 'deliver-message'`,
  );
const sweep = (lateSeconds = 60) => sweepMessages(world.program.app, lateSeconds);

test('a message that has waited for less than a minute still has its job', async () => {
  world.clock.advance({ seconds: 59 });
  expect(await sweep()).toBe(0);
  expect(await jobs()).toEqual([]);
});

test('one that has waited for a minute gets a job again', async () => {
  world.clock.advance({ seconds: 60 });
  expect(await sweep()).toBe(1);
  const [message] = await world.sql<{ organisation_id: string; id: string }>(
    'SELECT * FROM message',
  );
  const data = { organisation: message?.organisation_id, message: message?.id };
  expect(await jobs()).toEqual([{ data, seconds: 0 }]);
});

test('at start even the youngest does, but none that is due later', async () => {
  expect(await sweep(0)).toBe(1);
  const later = world.program.app.clock.now().add({ seconds: 4 }).toString();
  await world.sql('UPDATE message SET due_at = $1', [later]);
  expect(await sweep(0)).toBe(0);
});

test('one that a worker has gets its job for when the lease is over', async () => {
  const until = world.program.app.clock.now().add({ seconds: 100 }).toString();
  await world.sql(
    `UPDATE message SET status = 'sending', lease = gen_random_uuid(), leased_until = $1`,
    [until],
  );
  world.clock.advance({ seconds: 60 });
  expect(await sweep()).toBe(1);
  expect((await jobs()).map(({ seconds }) => seconds)).toEqual([41]);
  await world.sql('DELETE FROM pgboss.job');
  world.clock.advance({ seconds: 60 });
  await sweep();
  expect((await jobs()).map(({ seconds }) => seconds)).toEqual([0]);
});

test.each(['sent', 'failed'])('one that is %s is done', async (status) => {
  await world.sql('UPDATE message SET status = $1', [status]);
  world.clock.advance({ minutes: 5 });
  expect(await sweep(0)).toBe(0);
});
