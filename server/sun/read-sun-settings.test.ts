import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('everyone reads them, a stranger does not; without a place there are rules all the same', async () => {
  const world = await openWorld();
  const path = '/api/sun-settings';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  const { body } = await world.as.cleo.get(path);
  expect(body).toEqual({
    ...{ name: '', latitude: null, longitude: null, method: 'muslim_world_league' },
    ...{ asr_rule: 'standard', high_latitude_rule: 'recommended', version: 0 },
    can: { change: false },
  });
  expect((await world.as.ben.get(path)).body.can).toEqual({ change: true });
});
