import { beforeAll, test } from 'vitest';
import { openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectWhole, type Pages } from './expect-whole.ts';

withBrowser();

let pages: Pages;
let cleo: string;
beforeAll(async () => {
  const world = await openLiveWorld();
  cleo = world.ids.cleo;
  await world.as.cleo.post('/api/absences', {
    ...{ start_date: '2026-12-21', end_date: '2026-12-23', reason: 'visiting my sister' },
  });
  await world.as.ben.post('/api/absences', {
    ...{ start_date: '2026-12-01', end_date: '2026-12-01', start_time: '09:00', end_time: '12:00' },
  });
  const hours = [
    { weekday: 1, start_time: '09:00', end_time: '17:00', available: true },
    { weekday: 6, start_time: '00:00', end_time: '00:00', available: false },
  ];
  for (const id of [world.ids.cleo, world.ids.ben]) {
    await world.as.ben.put(`/api/users/${id}/availability`, { hours });
  }
  await world.as.ben.post('/api/invitations', {
    ...{ email: 'nia@elsewhere.example', full_name: 'Nia Brandt', role: 'manager' },
  });
  await world.as.ben.post('/api/join-codes', {});
  pages = {
    phone: await pageFor(world, 'ben', { on: 'phone' }),
    desk: await pageFor(world, 'ben'),
  };
});

test.each([
  ['/people', 'People'],
  ['/people/{cleo}', 'Cleo Marsh'],
  ['/people/invitations', 'Invitations'],
  ['/people/import', 'Read in people'],
  ['/people/absences', 'Absences'],
  ['/availability', 'Availability'],
  ['/account', 'Account'],
])('%s', async (address, heading) => {
  await expectWhole(pages, address.replace('{cleo}', cleo), heading);
});
