import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { booked } from '../server/testing/booking-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { allow, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

let world: World;
let page: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  page = await pageFor(world, 'ben');
});

// Nothing is booked yet: what is shown at last is the page's empty state.
test.each([
  ['/booking/calendar/week/2026-12-02', '/reservations/calendar?*', '07:00'],
  ['/booking/calendar/day/2026-12-02', '/reservations/calendar?*', 'Nobody has reserved anything'],
  ['/booking/calendar/month/2026-12-02', '/reservations/calendar?*', '12 free'],
  ['/booking/mine', '/reservations/dashboard/user', 'Nothing booked'],
  ['/booking/trades', '/reservations/trades?*', 'No trades'],
  ['/booking/trades', '/reservations/trade-wishes', 'No trades'],
  ['/booking/desk', '/reservations/dashboard/admin', 'Nothing is booked for today.'],
  ['/booking/approvals', '/reservations?*', 'Nothing waits'],
  ['/booking/reservations', '/reservations?*', 'No reservations'],
  ['/booking/settings', '/reservations/admin/settings', 'Calendars offer slots of this length.'],
  ['/booking/resources', '/resources', 'open 07:00–19:00 · 1 at a time'],
  ['/booking/prime-time', '/reservations/admin/primetime', 'Drag over empty time'],
  ['/approval-rules', '/approval-rules', 'Every request for a shift waits for an admin.'],
])('%s: loading, not loaded (%s), loaded at the second try', async (address, read, shown) => {
  allow(/^500 GET/);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  await page.route(`**/api${read}`, async (route) => {
    await held;
    await route.fulfill({ status: 500, json: { detail: 'Something broke on our side.' } });
  });
  await page.goto(address);
  await page.locator('main [role=status][aria-label^=Loading]').first().waitFor();
  release();
  const alert = page.getByRole('main').getByRole('alert');
  await alert.getByText('Something broke on our side.').waitFor();
  await page.unroute(`**/api${read}`);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('main').getByText(shown).first().waitFor();
  await alert.waitFor({ state: 'detached' });
});

test('whoever may not decide has no desk; with booking switched off there are no bookings', async () => {
  // A page that is open meanwhile reads again, and hears that the system is off.
  allow(/^409 GET/);
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  for (const place of ['desk', 'approvals', 'reservations', 'settings', 'prime-time']) {
    await cleo.goto(`/booking/${place}`);
    await cleo.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  }
  const book = cleo.getByRole('link', { name: 'Book', exact: true });
  await cleo.goto('/booking/mine');
  await book.waitFor();
  const { systems } = (await world.as.ada.get('/api/organisation')).body;
  const others = systems.filter((system: string) => system !== 'booking');
  await world.as.ada.patch('/api/organisation', { systems: others });
  await cleo.goto('/booking/mine');
  await cleo.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  await cleo.goto('/more');
  await cleo.getByRole('heading', { name: 'More', level: 1 }).waitFor();
  expect(await book.count()).toBe(0);
  await world.as.ada.patch('/api/organisation', { systems });
});

test('without a network it says so; back again it shows what was missed', async () => {
  allow(/ERR_INTERNET_DISCONNECTED/);
  await page.goto('/booking/calendar/day/2026-12-03');
  await page.getByText('Nobody has reserved anything yet.').waitFor();
  await page.context().setOffline(true);
  world.program.app.hub.closeAll();
  const mark = page.getByText('Reconnecting…').locator('visible=true');
  await mark.waitFor();
  await booked(world, 'cleo', { date: '2026-12-03' });
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '10:00–11:00 Cleo Marsh' }).waitFor();
  await mark.waitFor({ state: 'detached' });
  await expectTruth(page);
});
