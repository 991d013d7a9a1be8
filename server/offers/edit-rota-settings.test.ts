import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('an admin changes them, for the own organisation; a change is journalled once', async () => {
  const world = await openWorld();
  const path = '/api/rota-settings';
  const change = { swaps_need_approval: false };
  expect(outcome(await world.anyone.patch(path, change))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.patch(path, change))).toEqual([403, 'forbidden']);

  expect((await world.as.ben.patch(path, {})).body).toEqual({ swaps_need_approval: true });
  expect((await world.as.ben.patch(path, change)).body).toEqual(change);
  expect((await world.as.ada.patch(path, change)).body).toEqual(change);
  const changes = (await world.journal()).filter(({ event }) => event === 'organisation.updated');
  expect(changes).toMatchObject([
    {
      actor_id: world.ids.ben,
      data: { changes: { swaps_need_approval: { before: true, after: false } } },
    },
  ]);
  expect((await world.as.cleo.get(path)).body).toEqual(change);
  expect((await world.as.fay.get(path)).body).toEqual({ swaps_need_approval: true });
});
