import { beforeAll, expect, test } from 'vitest';
import { booked } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('its person and admins read one; nobody else, and nobody can tell that it is', async () => {
  const id = await booked(world, 'cleo', { notes: 'Quiet, please' });
  const path = `/api/reservations/${id}`;
  const mine = await world.as.cleo.get(path);
  expect(mine).toMatchObject({
    status: 200,
    body: {
      id,
      mine: true,
      notes: 'Quiet, please',
      can: { approve: false, edit: true, cancel: true },
    },
  });
  expect(mine.headers.get('etag')).toBe('"1"');
  expect((await world.as.ben.get(path)).body).toMatchObject({
    ...{ mine: false, user_email: 'cleo@harbour.example', editable: true },
  });
  expect((await world.anyone.get(path)).status).toBe(401);
  expect(outcome(await world.as.dev.get(path))).toEqual([404, 'not_found']);
  expect(outcome(await world.as.fay.get(path))).toEqual([404, 'not_found']);
});
