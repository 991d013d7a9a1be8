import { beforeAll, expect, test } from 'vitest';
import { assigned, makeDutyType, makeRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('newest start first, in pages, with their duties and how many are assigned; by a day', async () => {
  const duty = await makeDutyType(world, { name: 'Doors' });
  for (const month of ['01', '02', '03']) {
    const dates = { start_date: `2027-${month}-01`, end_date: `2027-${month}-28` };
    await makeRoster(world, [duty], { name: `Month ${month}`, ...dates });
  }
  const [march] = (await world.as.cleo.get('/api/rosters')).body;
  await assigned(world, 'cleo', { roster: march.id, duty, date: '2027-03-01' });
  const first = await world.as.cleo.get('/api/rosters?limit=2&count=true');
  expect(first.body).toMatchObject([
    { name: 'Month 03', assigned: 1, duty_types: [{ name: 'Doors' }] },
    { name: 'Month 02', assigned: 0 },
  ]);
  expect(first.headers.get('x-total-count')).toBe('3');
  const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  expect((await world.as.cleo.get(next)).body).toMatchObject([{ name: 'Month 01' }]);
  const day = await world.as.cleo.get('/api/rosters?date=2027-02-14');
  expect(day.body.map((one: { name: string }) => one.name)).toEqual(['Month 02']);
  expect((await world.as.fay.get('/api/rosters')).body).toEqual([]);
  expect((await world.anyone.get('/api/rosters')).status).toBe(401);
});
