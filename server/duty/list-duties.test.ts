import { beforeAll, expect, test } from 'vitest';
import { assigned, makeDutyType, makeRoster, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
let roster: string;
let doors: string;
let tea: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors' });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '08:00', end_time: '09:00' });
  roster = await makeRoster(world, [doors, tea]);
  const cell = (duty: string, date: string) => ({ roster, duty, date });
  ids.second = await assigned(world, 'cleo', cell(doors, '2026-12-02'));
  ids.first = await assigned(world, 'dev', cell(tea, '2026-12-02'));
  ids.third = await assigned(world, 'cleo', cell(tea, '2026-12-03'));
  ids.gone = await assigned(world, 'eli', cell(doors, '2026-12-04'));
  await unlock(world, ids.gone);
});

const list = async (query: string) => {
  const answer = await world.as.dev.get(`/api/duty-assignments?${query}`);
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return answer.body.map((one: { id: string }) => names[one.id]);
};

test('by when they begin, those that stand; filtered', async () => {
  expect(await list('')).toEqual(['first', 'second', 'third']);
  expect(await list(`person=${world.ids.cleo}`)).toEqual(['second', 'third']);
  expect(await list(`duty_type=${tea}`)).toEqual(['first', 'third']);
  expect(await list('start_date=2026-12-03&end_date=2026-12-31')).toEqual(['third']);
  expect(await list(`roster=${roster}&state=all`)).toEqual(['first', 'second', 'third', 'gone']);
  expect(await list('state=ended')).toEqual(['gone']);
});

test('in pages, with a count; nothing for others', async () => {
  const page = await world.as.dev.get('/api/duty-assignments?limit=2&count=true');
  expect(page.headers.get('x-total-count')).toBe('3');
  const next = /<([^>]+)>/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
  expect((await world.as.dev.get(next)).body).toMatchObject([{ id: ids.third }]);
  expect((await world.as.dev.get('/api/duty-assignments?cursor=x')).status).toBe(400);
  expect((await world.as.fay.get('/api/duty-assignments?state=all')).body).toEqual([]);
  expect((await world.anyone.get('/api/duty-assignments')).status).toBe(401);
});
