import { beforeAll, expect, test } from 'vitest';
import { addedResource, bookingSettings } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('whoever may book reads it with what holds for it; strangers and others don’t', async () => {
  const id = await addedResource(world, 'Court', { settings: { hold_hours: 3 } });
  await bookingSettings(world, { days_ahead_max: 90 });
  const answer = await world.as.cleo.get(`/api/resources/${id}`);
  expect(answer).toMatchObject({
    status: 200,
    body: { name: 'Court', settings: { hold_hours: 3, days_ahead_max: 90 }, can: { edit: false } },
  });
  expect(answer.headers.get('etag')).toBe('"1"');
  expect((await world.anyone.get(`/api/resources/${id}`)).status).toBe(401);
  expect(outcome(await world.as.fay.get(`/api/resources/${id}`))).toEqual([404, 'not_found']);
});
