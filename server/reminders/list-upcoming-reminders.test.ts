import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { onDuty } from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';

test('what goes out in the next seven days, or as many as said, the next first', async () => {
  const world = await openWorld();
  const path = '/api/reminders/upcoming';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  const far = await onDuty(world, { date: '2026-12-20' });
  const near = await onDuty(world, { date: '2026-11-25' });
  const today = await onDuty(world, { date: '2026-11-21' });
  // Its hour has passed: it went out at once.
  await onDuty(world, { date: '2026-11-20' });
  const ids = async (asked = '') =>
    (await world.as.ben.get(path + asked)).body.map(({ id }: { id: string }) => id);
  expect(await ids()).toEqual([today.reminder, near.reminder]);
  expect(await ids('?days=60')).toEqual([today.reminder, near.reminder, far.reminder]);
  expect(await ids(`?days=1&roster=${far.roster}`)).toEqual([]);
  expect((await world.as.ben.get(`${path}?days=0`)).status).toBe(400);
  expect((await world.as.fay.get(path)).body).toEqual([]);
});
