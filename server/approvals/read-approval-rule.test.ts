import { beforeAll, expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
let path: string;
beforeAll(async () => {
  world = await openWorld();
  path = `/api/approval-rules/${(await addRule(world)).body.id}`;
});

test('who may: not a stranger, not a member, not next door', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.get(path))).toEqual([404, 'not_found']);
});

test('as it was made, with its version', async () => {
  const answer = await world.as.ada.get(path);
  expect(answer).toMatchObject({ status: 200, body: { name: 'Friday evenings', version: 1 } });
  expect(answer.headers.get('etag')).toBe('"1"');
});
