import { beforeAll, expect, test } from 'vitest';
import { outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { at, onDuty, sweep } from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
const made: Awaited<ReturnType<typeof onDuty>>[] = [];
beforeAll(async () => {
  world = await openWorld();
  made.push(await onDuty(world, { date: '2026-12-02', name: 'Azaan' }));
  made.push(await onDuty(world, { who: 'dev', date: '2026-12-04' }));
  made.push(await onDuty(world, { who: 'eli', date: '2026-12-06' }));
});

const idsOf = (answer: { body: { id: string }[] }) => answer.body.map(({ id }) => id);
const list = async (asked = '') => idsOf(await world.as.ben.get(`/api/reminders${asked}`));

test('only who looks after them; another organisation has its own', async () => {
  expect(outcome(await world.anyone.get('/api/reminders'))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get('/api/reminders'))).toEqual([403, 'forbidden']);
  expect((await world.as.fay.get('/api/reminders')).body).toEqual([]);
  expect(await outsiders(world, (as) => as.get(`/api/reminders/${made[0]?.reminder}`))).toEqual([
    401, 403, 404,
  ]);
});

test('the latest due first, page by page, as each is', async () => {
  const newest = made.map(({ reminder }) => reminder).reverse();
  expect(await list()).toEqual(newest);
  const first = await world.as.ben.get('/api/reminders?limit=2&count=true');
  expect(first.headers.get('x-total-count')).toBe('3');
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.as.ben.get(
    new URL(next, world.origin).href.slice(world.origin.length),
  );
  expect([...idsOf(first), ...idsOf(second)]).toEqual(newest);
  const [one] = (await world.as.ben.get(`/api/reminders?roster=${made[0]?.roster}`)).body;
  expect(one).toMatchObject({
    ...{ id: made[0]?.reminder, assignment: made[0]?.assignment, duty_name: 'Azaan' },
    ...{ date: '2026-12-02', start_time: '18:00:00', end_time: '20:00:00', overnight: false },
    ...{ person: world.ids.cleo, person_name: 'Cleo Marsh', roster_name: 'December 2026' },
    ...{ due_at: '2026-12-01T18:00:00Z', status: 'PENDING', channels: [], answer: null },
    ...{ queued_at: null, sent_at: null, can: { retry: false, deal_with: false } },
  });
});

test('filters: person, dates, status, whether dealt with, answer', async () => {
  const [cleo, dev, eli] = made.map(({ reminder }) => reminder);
  expect(await list(`?person=${world.ids.dev}`)).toEqual([dev]);
  expect(await list(`?assignment=${made[2]?.assignment}`)).toEqual([eli]);
  expect(await list('?from=2026-12-03&until=2026-12-05')).toEqual([dev]);
  await world.as.cleo.post(`/api/duty-assignments/${made[0]?.assignment}/answer`, {
    answer: 'yes',
  });
  expect(await list('?answer=yes')).toEqual([cleo]);
  at(world, '2026-12-05T09:00:00Z');
  await sweep(world);
  expect(await list('?status=PENDING')).toEqual([eli]);
  expect(await list('?status=FAILED&dealt_with=false')).toEqual([dev, cleo]);
  await world.as.ada.post(`/api/reminders/${dev}/dealt-with`);
  expect(await list('?status=FAILED&dealt_with=false')).toEqual([cleo]);
  expect(await list('?status=FAILED&dealt_with=true')).toEqual([dev]);
  expect((await world.as.ben.get('/api/reminders?status=LOST')).status).toBe(400);
});
