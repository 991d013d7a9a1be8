import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/organisation')).status).toBe(401);
});

test('everyone sees their own', async () => {
  const [ada, cleo, fay] = await Promise.all(
    (['ada', 'cleo', 'fay'] as const).map((who) => world.as[who].get('/api/organisation')),
  );
  expect(ada?.body).toMatchObject({
    name: 'Harbour Care',
    slug: 'harbour-care',
    locale: 'en',
    week_start: 1,
    second_calendar: 'none',
    second_calendar_offset: 0,
    systems: ['rota', 'crew', 'duty', 'tasks', 'chat', 'booking'],
    can: { change: true, leave: false },
  });
  const can = { change: false, leave: true };
  expect(cleo?.body).toEqual({ ...ada?.body, can });
  expect(fay?.body).toMatchObject({ name: 'Foyle Street', time_zone: 'Europe/Berlin' });
  expect(ada?.headers.get('etag')).toBe('"1"');
});
