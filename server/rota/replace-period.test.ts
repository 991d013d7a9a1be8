import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const january = { name: 'January', start_date: '2027-01-01', end_date: '2027-01-31' };

test('PUT is PATCH with name and dates given; status and seats stay unless said', async () => {
  const period = await openPeriod(world, { seats: 2, status: 'LOCKED' });
  const path = `/api/schedule-periods/${period}`;
  expect(await world.as.ben.put(path, january)).toMatchObject({
    status: 200,
    body: { ...january, seats: 2, status: 'LOCKED', version: 2 },
  });
  const missing = await world.as.ben.put(path, { name: 'January' });
  expect(Object.keys(missing.body.errors)).toContain('start_date');
  expect(await eventsOf(world, period)).toEqual(['period.created', 'period.updated']);
});

test('by the same people and the same rules', async () => {
  const period = await openPeriod(world);
  const path = `/api/schedule-periods/${period}`;
  expect(outcome(await world.anyone.put(path, january))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.put(path, january))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.put(path, january))).toEqual([404, 'not_found']);
  await asked(world, 'cleo', { period });
  expect(outcome(await world.as.ben.put(path, january))).toEqual([409, 'period_shrinks']);
});

test('twice at once: one change, one event', async () => {
  const period = await openPeriod(world);
  const put = () => world.as.ben.put(`/api/schedule-periods/${period}`, january);
  const answers = await Promise.all([put(), put()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await eventsOf(world, period)).toEqual(['period.created', 'period.updated']);
});
