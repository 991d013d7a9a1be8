import { expect, test } from 'vitest';
import { openPeriod } from '../server/testing/rota-steps.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

test('what must be covered is added, changed and ended, and the calendar follows', async () => {
  const world = await openLiveWorld();
  await openPeriod(world);
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Settings' }).click();
  await ben.getByRole('button', { name: 'Add a window' }).click();
  const dialog = ben.getByRole('dialog', { name: 'Add a window' });
  await dialog.getByLabel('Name').fill('Noon');
  await dialog.getByLabel('From: hours').fill('12');
  await dialog.getByLabel('From: minutes').fill('00');
  await dialog.getByLabel('To: hours').fill('13');
  await dialog.getByLabel('To: minutes').fill('30');
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
