import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

type Listed = { id: string; slug: string };
let world: World;
let added: string;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async ({ task }) => {
  const window = { name: task.name.slice(0, 60), start_time: '12:00', end_time: '13:00' };
  added = (await world.as.ben.post('/api/coverage-windows', window)).body.id;
});

const remove = (id: string, who: keyof World['as'] = 'ben') =>
  world.as[who].delete(`/api/coverage-windows/${id}`);
const list = async () => (await world.as.ben.get('/api/coverage-windows')).body as Listed[];
const slugsOn = async (date: string) => {
  const answer = await world.as.cleo.get(`/api/coverage?start_date=${date}&end_date=${date}`);
  return answer.body[0].windows.map((one: { window: string }) => one.window);
};

test('who may: not a stranger, not a member, not next door', async () => {
  const stranger = await world.anyone.delete(`/api/coverage-windows/${added}`);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  expect(outcome(await remove(added, 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await remove(added, 'fay'))).toEqual([404, 'not_found']);
});

test('one that has begun ends: from today on it is gone, the past keeps it', async () => {
  const morning = (await list()).find(({ slug }) => slug === 'morning') as Listed;
  expect((await remove(morning.id)).status).toBe(200);
  expect(await slugsOn('2026-11-19')).toContain('morning');
  expect(await slugsOn('2026-11-20')).not.toContain('morning');
  expect(await eventsOf(world, morning.id)).toEqual(['coverage_window.updated']);
  expect((await world.journal()).at(-1)).toMatchObject({
    data: { change: 'ended', from: '2026-11-20', window: { effective_until: '2026-11-19' } },
  });
  expect(outcome(await remove(morning.id))).toEqual([409, 'window_ended']);
  const again = await world.as.ben.post('/api/coverage-windows', {
    ...{ name: 'Morning', start_time: '07:00', end_time: '09:00' },
  });
  expect(again.body.slug).toBe('morning');
});

test('one that has not begun is no more', async () => {
  expect((await remove(added)).status).toBe(200);
  expect(outcome(await remove(added))).toEqual([404, 'not_found']);
  expect(await eventsOf(world, added)).toEqual([
    'coverage_window.updated',
    'coverage_window.updated',
  ]);
});

test('the last one stays, also for two who delete the last two at once: last_window', async () => {
  const all = await list();
  for (const { id } of all.slice(2)) expect((await remove(id)).status).toBe(200);
  const later = { name: 'Later', start_time: '10:00', end_time: '11:00' };
  await world.as.ben.post('/api/coverage-windows', { ...later, effective_from: '2026-12-01' });
  const [first, second] = all as [Listed, Listed];
  const answers = await Promise.all([remove(first.id), remove(second.id, 'ada')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'last_window', date: '2026-11-20' });
});
