import { beforeAll, expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in, a member may not', async () => {
  const path = '/api/approval-rules';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
});

test('an organisation begins with two: every request for a shift, every swap', async () => {
  const { body } = await world.as.ben.get('/api/approval-rules');
  const always = { conditions: { version: 1 }, is_active: true, resource: null };
  expect(body).toMatchObject([
    { subject: 'shift', name: 'Every request', ...always },
    { subject: 'swap', name: 'Every swap', ...always },
  ]);
});

test('those of one subject; next door’s are next door’s; deleted ones are gone', async () => {
  await addRule(world, { name: 'Theirs' }, 'fay');
  const { body: made } = await addRule(world, { name: 'Ours' });
  const names = async () =>
    (await world.as.ben.get('/api/approval-rules?subject=reservation')).body.map(
      (rule: { name: string }) => rule.name,
    );
  expect(await names()).toEqual(['Ours']);
  await world.as.ben.delete(`/api/approval-rules/${made.id}`);
  expect(await names()).toEqual([]);
});
