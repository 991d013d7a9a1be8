import { beforeAll, expect, test } from 'vitest';
import { deadJob } from '../testing/dead-job.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
const ids: string[] = [];
beforeAll(async () => {
  world = await openWorld();
  for (let n = 0; n < 3; n += 1) ids.unshift(await deadJob(world, 'ben'));
  await deadJob(world, 'fay');
});
const list = (who: 'ben' | 'cleo' | 'fay', query = '') =>
  world.as[who].get(`/api/jobs/dead${query}`);

test('J-07: an admin sees the organisation’s own dead jobs, with why, newest first', async () => {
  const answer = await list('ben');
  expect(answer.status).toBe(200);
  expect(answer.body.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(answer.body[0]).toMatchObject({
    queue: 'run-work',
    reason: 'The model did not answer.',
    tries: 6,
  });
  expect((await list('fay')).body).toHaveLength(1);
});

test('page by page', async () => {
  const first = await list('ben', '?limit=2');
  const next = /<(.+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.as.ben.get(next);
  expect([...first.body, ...second.body].map(({ id }) => id)).toEqual(ids);
});

test('a member does not, nor a stranger', async () => {
  expect(await list('cleo')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await world.anyone.get('/api/jobs/dead')).toMatchObject({ status: 401 });
});
