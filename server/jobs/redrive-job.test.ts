import { beforeAll, describe, expect, test } from 'vitest';
import { deadJob } from '../testing/dead-job.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const redrive = (who: 'ben' | 'ada' | 'cleo' | 'fay', id: string) =>
  world.as[who].post(`/api/jobs/dead/${id}/redrive`, {});
const waiting = (work: string) =>
  world.sql(`SELECT state, retry_limit > 0 AS retries FROM pgboss.job
    WHERE name = 'run-work' AND data ->> 'work' = '${work}'`);

describe('who may', () => {
  test('a stranger is asked to log in, a member may not, next door there is no such job', async () => {
    const id = await deadJob(world, 'ben', { work: 'untouched' });
    expect(await world.anyone.post(`/api/jobs/dead/${id}/redrive`, {})).toMatchObject({
      status: 401,
    });
    expect(await redrive('cleo', id)).toMatchObject({ status: 403 });
    expect(await redrive('fay', id)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await waiting('untouched')).toEqual([]);
    expect(await eventsOf(world, id)).toEqual([]);
  });
});

test('J-07: the job goes back into its queue, once, and the journal says who did it', async () => {
  const id = await deadJob(world, 'ben', { work: 'once' });
  expect(await redrive('ben', id)).toMatchObject({ status: 200 });
  expect(await waiting('once')).toEqual([{ state: 'created', retries: true }]);
  expect(await eventsOf(world, id)).toEqual(['job.redriven']);
  expect((await world.journal()).at(-1)).toMatchObject({ actor_id: world.ids.ben });
  expect(await redrive('ben', id)).toMatchObject({ status: 404 });
  expect((await world.as.ben.get('/api/jobs/dead')).body).not.toContainEqual(
    expect.objectContaining({ id }),
  );
});

test('by two admins at once: one 200, one 404, one job', async () => {
  const id = await deadJob(world, 'ben', { work: 'both' });
  const answers = await Promise.all([redrive('ben', id), redrive('ada', id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await waiting('both')).toHaveLength(1);
});
