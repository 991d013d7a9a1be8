import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { askUnlock, decideUnlock, secondAdmin } from '../testing/unlock-steps.ts';

let world: World;
const requests: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  const cell = await openRoster(world);
  await secondAdmin(world);
  for (const date of ['2026-12-01', '2026-12-02', '2026-12-03']) {
    const id = await assigned(world, 'cleo', { ...cell, date });
    requests.unshift((await askUnlock(world, 'ben', [id])).body.id);
    world.clock.advance({ seconds: 1 });
  }
});
const list = async (who: keyof World['as'], query = '') => {
  const answer = await world.as[who].get(`/api/unlock-requests${query}`);
  return { ...answer, ids: answer.body.map((request: { id: string }) => request.id) };
};

test('a stranger is asked to log in, a member may not, next door has its own', async () => {
  expect(outcome(await world.anyone.get('/api/unlock-requests'))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get('/api/unlock-requests'))).toEqual([403, 'forbidden']);
  expect((await list('fay')).ids).toEqual([]);
});

test('newest first, page by page, of one status', async () => {
  expect((await list('ada')).ids).toEqual(requests);
  const first = await list('ada', '?limit=2&count=true');
  expect([first.ids, first.headers.get('x-total-count')]).toEqual([requests.slice(0, 2), '3']);
  const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const rest = await world.as.ada.get(next.slice(next.indexOf('/api')));
  expect(rest.body).toMatchObject([{ id: requests[2] }]);
  await decideUnlock(world, 'ada', requests[0] as string, 'reject');
  expect((await list('ada', '?status=PENDING')).ids).toEqual(requests.slice(1));
  expect((await list('ada', '?status=REJECTED')).ids).toEqual(requests.slice(0, 1));
});
