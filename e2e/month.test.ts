import { expect, test } from 'vitest';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

test('a click in the month opens one thing: the shift that is hit, or else the day', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  await approve(world, await asked(world, 'cleo', { period, date: '2026-12-02' }));
  const ben = await pageFor(world, 'ben');
  await ben.goto('/calendar/2026/12');
  const day = ben.getByRole('gridcell', { name: /^Wednesday, 2 December 2026/ });
  await day.getByText('Cleo Marsh', { exact: true }).click();
  await ben.getByRole('dialog', { name: 'Shift' }).getByText('Cleo Marsh').first().waitFor();
  expect(await ben.getByRole('dialog').count()).toBe(1);
  await ben.keyboard.press('Escape');
  await ben.getByRole('dialog').waitFor({ state: 'detached' });
  await day.click({ position: { x: 40, y: 85 } });
  await ben.getByRole('dialog', { name: 'Wednesday, 2 December 2026' }).waitFor();
  expect(await ben.getByRole('dialog').count()).toBe(1);
});

test('a day says its one shift as one', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  await approve(world, await asked(world, 'cleo', { period, date: '2026-12-02' }));
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.goto('/calendar/2026/12');
  await cleo.getByRole('button', { name: /^Wednesday, 2 December 2026, .*, 1 shift$/ }).waitFor();
});
