import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { asked, openPeriod } from '../server/testing/rota-steps.ts';
import { allow, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

let world: World;
let page: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  page = await pageFor(world, 'ben');
});

const retry = () => page.getByRole('main').getByRole('button', { name: 'Try again' });

// An organisation without shifts: what is shown at last is the page's empty state.
test.each([
  ['/calendar/2026/11', '/calendar/month/**', 'November 2026 has no schedule period.'],
  ['/queue', '/shifts/pending?*', 'Nothing waits'],
  ['/periods', '/schedule-periods?*', 'No period yet'],
  ['/my-schedule', '/shifts/my_schedule?*', 'Nothing is coming up'],
  ['/hours', '/hours?*', '0 h of 40 h · 0 shifts'],
  ['/offers', '/shift-offers?*', 'Nothing is on offer'],
  ['/gaps', '/gaps?*', 'Everything is covered'],
  ['/patterns', '/patterns', 'No pattern yet'],
  ['/settings', '/coverage-windows', 'Evening'],
  ['/calendar/week/2026/48', '/calendar/week/**', '23 – 29 Nov 2026 · 0 shifts'],
  ['/calendar/day/2026-11-26', '/calendar/day/**', 'Nobody is on'],
  ['/people', '/users?*', 'Cleo Marsh'],
  ['/roles', '/roles', 'Built-in'],
  ['/organisations', '/auth/organisations', 'You are here'],
  ['/mailbox', '/mailbox?*', 'No mail yet'],
  ['/notifications', '/notifications?*', 'Nothing yet'],
  ['/notification-preferences', '/me/notification-preferences', 'You have none now.'],
  ['/templates', '/message-templates', 'Confirm your e-mail address'],
  ['/templates/shift-approved', '/message-templates/shift-approved?*', 'Variables'],
  ['/deliveries', '/deliveries?*', 'Nothing went out yet'],
])('%s: loading, not loaded, loaded at the second try', async (address, read, shown) => {
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
  await retry().click();
  await page.getByRole('main').getByText(shown).first().waitFor();
  await alert.waitFor({ state: 'detached' });
});

test('a page whose server is not heard says so and comes back', async () => {
  allow(/^net::ERR_FAILED GET/);
  await page.route('**/api/hours?*', (route) => route.abort());
  await page.goto('/hours');
  await page.getByText('Callboard can’t be reached.').waitFor();
  await page.unroute('**/api/hours?*');
  await retry().click();
  await page.getByText('0 h of 24 h · 0 shifts').waitFor();
});

test('without a network it says so; back again it shows what was missed', async () => {
  allow(/ERR_INTERNET_DISCONNECTED/);
  const period = await openPeriod(world);
  await page.goto('/queue');
  await page.getByText('Nothing waits').waitFor();
  await page.context().setOffline(true);
  world.program.app.hub.closeAll();
  const mark = page.getByText('Reconnecting…').locator('visible=true');
  await mark.waitFor();
  await asked(world, 'cleo', { period });
  await page.context().setOffline(false);
  await page.getByRole('article', { name: /^Cleo Marsh/ }).waitFor();
  await mark.waitFor({ state: 'detached' });
  await expectTruth(page);
  expect(await page.getByRole('article').count()).toBe(1);
});
