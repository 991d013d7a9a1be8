import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { goAway } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const [who, start_date] of [
    ['cleo', '2026-11-19'],
    ['cleo', '2026-12-09'],
    ['dev', '2026-12-05'],
    ['fay', '2026-12-06'],
  ] as const) {
    await goAway(world, who, { start_date, reason: `${who} is away` });
  }
  const undone = await goAway(world, 'dev', { start_date: '2026-12-07' });
  await world.as.dev.delete(`/api/absences/${undone.body.id}`);
});

const listed = async (who: keyof World['as'], query = '') =>
  (await world.as[who].get(`/api/absences${query}`)).body.map(
    (one: { person_name: string; start_date: string }) => `${one.person_name} ${one.start_date}`,
  );

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/absences')).status).toBe(401);
});

test('an admin sees everyone’s that are not over, the first to end first; a member their own', async () => {
  expect(await listed('ben')).toEqual(['Dev Patel 2026-12-05', 'Cleo Marsh 2026-12-09']);
  expect(await listed('cleo')).toEqual(['Cleo Marsh 2026-12-09']);
  expect(await listed('cleo', `?person=${world.ids.dev}`)).toEqual([]);
  expect(await listed('ben', `?person=${world.ids.dev}`)).toEqual(['Dev Patel 2026-12-05']);
  expect(await listed('fay')).toEqual(['Fay Doyle 2026-12-06']);
});

test('from an earlier day on, page by page', async () => {
  const first = await world.as.ben.get('/api/absences?from=2026-11-01&limit=2');
  expect(first.body).toHaveLength(2);
  expect(first.body[0]).toMatchObject({ start_date: '2026-11-19', can: { cancel: false } });
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.as.ben.get(next);
  expect(second.body.map((one: { start_date: string }) => one.start_date)).toEqual(['2026-12-09']);
  expect(second.headers.get('link')).toBeNull();
});
