import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('as usual until someone sets them; for who looks after reminders', async () => {
  const world = await openWorld();
  const path = '/api/reminder-settings';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  expect((await world.as.ben.get(path)).body).toEqual({
    ...{ day_offset: 1, time: '18:00:00', channels: ['email', 'whatsapp'], attempts_max: 2 },
    ...{ log_days: 400, version: 0, can: { change: true } },
  });
});
