import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('whether there is one and since when, never the address', async () => {
  const world = await openWorld();
  const path = '/api/calendar/feed';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  const none = { exists: false, made_at: null };
  expect((await world.as.cleo.get(path)).body).toEqual(none);
  await world.as.cleo.post(path, {});
  expect((await world.as.cleo.get(path)).body).toEqual({
    ...{ exists: true, made_at: '2026-11-20T09:00:00Z' },
  });
  expect((await world.as.dev.get(path)).body).toEqual(none);
  expect((await world.as.fay.get(path)).body).toEqual(none);
  await world.as.cleo.delete(path);
  expect((await world.as.cleo.get(path)).body).toEqual(none);
});
