import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod, outcome } from '../testing/rota-steps.ts';
import { addDays } from '../timeline/module.ts';
import { later, runDue, takes } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-08-01', end_date: '2026-12-31' };
  const period = await openPeriod(world, { name: 'Autumn', ...dates });
  // Fridays in the 12 weeks before 23 November, one before them and one after them.
  for (const date of ['2026-08-28', '2026-11-27']) await takes(world, 'cleo', { period, date });
  for (let week = 0; week < 12; week += 1) {
    await takes(world, 'cleo', { period, date: addDays('2026-09-04', week * 7) });
  }
  await takes(world, 'dev', { period, date: '2026-11-16', start: '21:00', end: '22:00' });
});

test('a stranger is asked to log in; before the first Monday there are none', async () => {
  expect(outcome(await world.anyone.get('/api/patterns'))).toEqual([401, 'unauthenticated']);
  expect((await world.as.ben.get('/api/patterns')).body).toEqual([]);
});

test('on Monday at two, not before, they are counted from the last twelve weeks', async () => {
  await runDue(world);
  world.clock.advance({ hours: 64, minutes: 59 });
  expect(await runDue(world)).not.toContain('patterns');
  world.clock.advance({ minutes: 1 });
  expect(await runDue(world)).toContain('patterns');
  expect(await runDue(world)).toEqual([]);
  const [row] = await world.sql(
    `SELECT subject_kind, actor_id, data FROM journal WHERE event = 'pattern.computed' AND data ->> 'people' <> '0'`,
  );
  const data = { from: '2026-08-31', until: '2026-11-22', people: 2 };
  expect(row).toEqual({ subject_kind: 'organisation', actor_id: null, data });
});

test('an admin sees everyone’s by name, a member their own, next door nothing', async () => {
  const monday = '2026-11-23T02:00:00Z';
  const cleo = {
    person: world.ids.cleo,
    name: 'Cleo Marsh',
    usual_weekdays: [{ weekday: 'Friday', count: 12 }],
    usual_start_hours: [{ hour: 6, count: 12 }],
    mean_hours: '3.00',
    weekly_hours: '3.00',
    shift_count: 12,
    weeks: 12,
    computed_at: monday,
  };
  const dev = {
    ...{ person: world.ids.dev, name: 'Dev Patel', usual_weekdays: [], usual_start_hours: [] },
    ...{ mean_hours: '1.00', weekly_hours: '1.00', shift_count: 1, weeks: 1, computed_at: monday },
  };
  expect((await later(world, 'ben').get('/api/patterns')).body).toEqual([cleo, dev]);
  expect((await later(world, 'cleo').get('/api/patterns')).body).toEqual([cleo]);
  expect((await later(world, 'eli').get('/api/patterns')).body).toEqual([]);
  expect((await later(world, 'fay').get('/api/patterns')).body).toEqual([]);
});
