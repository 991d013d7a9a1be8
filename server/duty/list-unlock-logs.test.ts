import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('newest first, in pages, by roster and person; what stood there stays as it stood', async () => {
  const cell = await openRoster(world, { name: 'Doors' });
  const other = await openRoster(world, { name: 'Tea', start_time: '08:00', end_time: '09:00' });
  const reasons = ['The first of the reasons', 'The second of the reasons', 'The third reason'];
  for (const [i, at] of [cell, other, cell].entries()) {
    const id = await assigned(world, i === 2 ? 'dev' : 'cleo', at);
    await world.clock.advance({ seconds: 1 });
    await unlock(world, id, { reason: reasons[i] });
  }
  await world.as.ben.patch(`/api/duty-types/${cell.duty}`, { name: 'Entrance' });
  const read = async (query = '') => (await world.as.ben.get(`/api/unlock-logs${query}`)).body;
  const reasonsOf = (logs: { reason: string }[]) => logs.map((log) => log.reason);
  expect(reasonsOf(await read())).toEqual(reasons.toReversed());
  expect(reasonsOf(await read(`?roster=${cell.roster}`))).toEqual([reasons[2], reasons[0]]);
  expect(reasonsOf(await read(`?person=${world.ids.cleo}`))).toEqual([reasons[1], reasons[0]]);
  expect((await read('?limit=1'))[0].duty_name).toBe('Doors');
  const page = await world.as.ben.get('/api/unlock-logs?limit=2&count=true');
  expect(page.headers.get('x-total-count')).toBe('3');
  const next = /<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
  expect(reasonsOf((await world.as.ben.get(next)).body)).toEqual([reasons[0]]);
});

test('for who unlocks only', async () => {
  expect((await world.anyone.get('/api/unlock-logs')).status).toBe(401);
  expect((await world.as.cleo.get('/api/unlock-logs')).status).toBe(403);
  expect((await world.as.fay.get('/api/unlock-logs')).body).toEqual([]);
});
