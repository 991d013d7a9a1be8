import { expect, test } from 'vitest';
import { does, held, holderOf, offered } from '../server/testing/offer-steps.ts';
import { ask, openPeriod } from '../server/testing/rota-steps.ts';
import { allow, expectTruth, openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

test('what must be covered is added, changed and ended, and the calendar follows', async () => {
  const world = await openLiveWorld();
  await openPeriod(world);
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Settings', exact: true }).click();
  await ben.getByRole('button', { name: 'Add a window' }).click();
  const dialog = ben.getByRole('dialog', { name: 'Add a window' });
  await dialog.getByLabel('Name').fill('Noon');
  await dialog.getByLabel('From: hours').fill('12');
  await dialog.getByLabel('From: minutes').fill('00');
  await dialog.getByLabel('To: hours').fill('13');
  await dialog.getByLabel('To: minutes').fill('30');
  await expectAccessible(ben, 'add a window');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const noon = ben.getByRole('group', { name: 'Noon' });
  await noon.getByText('12:00–13:30').waitFor();
  await expectTruth(ben);

  await ben.goto('/calendar/day/2026-12-02');
  await ben.getByRole('button', { name: /^Noon open 12:00–13:30/ }).waitFor();

  await ben.goto('/settings');
  await noon.getByRole('button', { name: 'End' }).click();
  await ben.getByRole('dialog').getByRole('button', { name: 'End the window' }).click();
  await noon.waitFor({ state: 'detached' });
  expect(await ben.getByRole('group', { name: /Morning|Evening/ }).count()).toBe(2);
});

test('an admin says whether swaps need an approval, and it holds from then on', async () => {
  allow(/^500 PATCH/);
  const world = await openLiveWorld();
  const ben = await pageFor(world, 'ben', { on: 'phone' });
  await ben.goto('/settings');
  const approval = ben.getByRole('switch', { name: 'An admin approves before' });
  expect(await approval.isChecked()).toBe(true);
  await ben.route('**/api/rota-settings', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 500, json: { detail: 'Something broke on our side.' } })
      : route.continue(),
  );
  await approval.click();
  await ben.getByRole('alert').getByText('Something broke on our side.').waitFor();
  expect(await approval.isChecked()).toBe(true);
  await ben.unroute('**/api/rota-settings');
  await approval.click();
  await ben.getByText('Swaps happen when they are taken.').first().waitFor();
  const settings = async () => (await world.as.ben.get('/api/rota-settings')).body;
  expect(await settings()).toMatchObject({ swaps_need_approval: false });
  await expectTruth(ben);
  await shoot('settings phone', [ben]);

  const period = await openPeriod(world);
  const shift = await held(world, 'cleo', { period });
  await does(world, 'dev', 'take', await offered(world, 'cleo', shift));
  expect(await holderOf(world, shift)).toBe('dev');
});

test('where only some requests wait, others are approved at once, and the queue says why one waits', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  const ben = await pageFor(world, 'ben');
  await ben.goto('/settings');
  await ben.getByRole('switch', { name: 'An admin approves every request' }).click();
  await ben.getByText('Only requests that a rule asks for wait.').first().waitFor();
  await expectTruth(ben);

  const wish = { period, date: '2026-12-02' };
  expect((await ask(world, 'cleo', wish)).body.status).toBe('APPROVED');
  expect((await ask(world, 'dev', wish)).body.status).toBe('PENDING');
  await ben.goto('/queue');
  await ben.getByText('Why it waits: Only one person is on at a time: Cleo Marsh').waitFor();
  await expectAccessible(ben, 'a queue that says why');
});
