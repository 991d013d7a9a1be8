import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';
import { until } from '../testing/until.ts';
import { runDue } from './testing.ts';

test('a worker that starts does what it missed, and goes on by its queue', async () => {
  const world = await openWorld({ config: { works: true } });
  const dates = { start_date: '2026-11-20', end_date: '2026-12-31' };
  await openPeriod(world, { name: 'Winter', ...dates });
  world.clock.advance({ hours: 77 });
  await world.anotherNode();
  const letters = () =>
    world.sql<{ status: string }>(`SELECT status FROM message WHERE template = 'gap-alert'`);
  // Written by the queue of work, sent by the queue of letters, once to each admin.
  await until('both letters', async () => {
    const all = await letters();
    return all.length === 2 && all.every(({ status }) => status === 'sent');
  });
  const counted = () =>
    world.sql(`SELECT 1 FROM journal WHERE event = 'pattern.computed' AND actor_id IS NULL`);
  await until('patterns of both organisations', async () => (await counted()).length === 2);
});

test('while the rota is switched off nothing is done, nor made up for when it is on again', async () => {
  const world = await openWorld();
  await openPeriod(world, { name: 'Winter', start_date: '2026-11-20', end_date: '2026-12-31' });
  await runDue(world);
  await world.as.ada.patch('/api/organisation', { systems: [] });
  world.clock.advance({ hours: 66 });
  await runDue(world);
  const done = () =>
    world.sql(
      `SELECT event FROM journal j JOIN organisation o ON o.id = j.organisation_id
       WHERE o.slug = 'harbour-care' AND event IN ('coverage.alert', 'pattern.computed')`,
    );
  expect(await done()).toEqual([]);
  await world.sql(`UPDATE organisation SET systems_off = '{}' WHERE slug = 'harbour-care'`);
  await runDue(world);
  expect(await done()).toEqual([]);
  world.clock.advance({ hours: 24 });
  await runDue(world);
  expect(await done()).toContainEqual({ event: 'coverage.alert' });
});

test('what fails in one organisation is no hindrance to the next', async () => {
  const world = await openWorld();
  await openPeriod(world, { name: 'Winter', start_date: '2026-11-20', end_date: '2026-12-31' });
  await runDue(world);
  world.clock.advance({ hours: 66 });
  await world.sql(
    `ALTER TABLE journal ADD CONSTRAINT broken CHECK (event <> 'coverage.alert') NOT VALID`,
  );
  await runDue(world).catch(() => []);
  const due = await world.sql<{ slug: string; work: string }>(
    `SELECT slug, work FROM schedule_run JOIN organisation ON organisation.id = organisation_id
     WHERE due_at <= $1 ORDER BY slug, work`,
    [world.clock.now().toString()],
  );
  expect(due).toEqual([{ slug: 'harbour-care', work: 'gap-alert' }]);
});
