import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { say } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const evening = { weekday: 2, start_time: '18:00:00', end_time: '00:00:00', available: true };
const morning = { weekday: 2, start_time: '06:00:00', end_time: '09:00:00', available: false };

test('stranger 401; another member and another organisation find nothing', async () => {
  const path = `/api/users/${world.ids.cleo}/availability`;
  expect((await world.anyone.put(path, { hours: [] })).status).toBe(401);
  for (const who of ['dev', 'fay'] as const) {
    const answer = await say(world, who, [], { person: world.ids.cleo });
    expect(outcome(answer)).toEqual([404, 'not_found']);
  }
});

test('replaces what was said, and the journal has before and after; the same again is no event', async () => {
  await say(world, 'cleo', [evening]);
  const answer = await say(world, 'cleo', [evening, morning]);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ time_zone: 'Europe/London', hours: [morning, evening] });
  await say(world, 'cleo', [morning, evening]);
  const events = await eventsOf(world, world.ids.cleo);
  expect(events.filter((event) => event === 'availability.updated')).toHaveLength(2);
  expect((await world.journal()).at(-1)?.data).toMatchObject({
    ...{ before: { hours: [evening] }, after: { hours: [morning, evening] } },
  });
});

test('an admin says it for someone, by the clocks of another zone', async () => {
  const answer = await say(world, 'ben', [evening], {
    ...{ person: world.ids.eli, time_zone: 'Asia/Manila' },
  });
  expect(answer.body.time_zone).toBe('Asia/Manila');
});

test.each([
  ['hours.0.end_time', [{ ...evening, end_time: '17:00' }]],
  ['hours.1', [evening, { ...evening, start_time: '23:00' }]],
  ['hours.0.weekday', [{ ...evening, weekday: 8 }]],
  ['hours.0.available', [{ ...evening, available: 'yes' }]],
  ['hours', Array(101).fill(evening)],
])('400 on %s', async (field, hours) => {
  const answer = await say(world, 'dev', hours);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toContain(field);
  expect(
    await world.sql('SELECT 1 FROM availability WHERE person_id = $1', [world.ids.dev]),
  ).toEqual([]);
});

test('400 on a zone that is none', async () => {
  const answer = await say(world, 'dev', [], { time_zone: 'Mars/Olympus' });
  expect(Object.keys(answer.body.errors)).toEqual(['time_zone']);
});

test('two at once: one of them stands whole', async () => {
  await Promise.all([say(world, 'gus', [evening]), say(world, 'gus', [morning])]);
  const { body } = await world.as.gus.get(`/api/users/${world.ids.gus}/availability`);
  expect([[evening], [morning]]).toContainEqual(body.hours);
});
