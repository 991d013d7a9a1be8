import { expect, test } from 'vitest';
import { openPeriod } from '../server/testing/rota-steps.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

test('on a phone someone says when they are away and when they can be on; the admin sees it', async () => {
  const world = await openLiveWorld();
  await openPeriod(world);
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.goto('/availability');
  await cleo.getByRole('button', { name: 'Add an absence' }).click();
  const dialog = cleo.getByRole('dialog', { name: 'Add an absence' });
  await dialog.getByLabel('First day').fill('2026-12-21');
  await dialog.getByLabel('Last day').fill('2026-12-23');
  await dialog.getByLabel('Reason').fill('visiting my sister');
  await dialog.getByRole('button', { name: 'Enter the absence' }).click();
  const absence = cleo.getByRole('group', { name: /^21.*23 Dec 2026$/ });
  await absence.getByText('visiting my sister').waitFor();

  const week = cleo.getByRole('region', { name: 'Usual week' });
  await week.getByRole('button', { name: 'Add hours' }).click();
  await week.getByRole('button', { name: 'Save the week' }).click();
  await cleo.getByText('The usual week is saved.').first().waitFor();
  await expectTruth(cleo);

  const ben = await pageFor(world, 'ben');
  await ben.goto('/people/absences');
  await ben
    .getByRole('group', { name: /^21.*23 Dec 2026$/ })
    .getByText('Cleo Marsh')
    .waitFor();
  const free = '/api/timeline/free?date=2026-12-22&start_time=06:00&end_time=09:00';
  expect(JSON.stringify((await world.as.ben.get(free)).body)).not.toContain('Cleo');

  await absence.getByRole('button', { name: 'Take back' }).click();
  await absence.waitFor({ state: 'detached' });
  await ben.getByText('No absence ahead').waitFor();
});
