import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('swaps need an approval until the organisation says otherwise; its members may know', async () => {
  const world = await openWorld();
  const path = '/api/rota-settings';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  for (const who of ['ben', 'cleo'] as const) {
    expect(await world.as[who].get(path)).toMatchObject({
      status: 200,
      body: { swaps_need_approval: true },
    });
  }
});
