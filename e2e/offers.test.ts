import { expect, test } from 'vitest';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

test('a person offers a shift, a colleague takes it, an admin lets it happen', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  const shift = await asked(world, 'cleo', { period, date: '2026-12-02' });
  await approve(world, shift);
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  const dev = await pageFor(world, 'dev');
  const ben = await pageFor(world, 'ben');
  await dev.getByRole('link', { name: 'Offers' }).click();
  await dev.getByText('Nothing is on offer').waitFor();

  await cleo.getByRole('link', { name: 'Mine' }).click();
  await cleo.getByRole('button', { name: /Wed 2 Dec/ }).click();
  await cleo.getByRole('link', { name: 'Offer it to others' }).click();
  const dialog = cleo.getByRole('dialog', { name: 'Offer a shift' });
  await dialog.getByLabel('Message').fill('My sister visits.');
  await dialog.getByRole('button', { name: 'Offer it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await cleo.getByRole('button', { name: 'Withdraw' }).waitFor();

  const offer = { name: 'Cleo Marsh, Wed 2 Dec, 06:00–09:00' };
  await dev.getByRole('article', offer).getByText('My sister visits.').waitFor();
  await dev.getByRole('article', offer).getByRole('button', { name: 'Take it' }).click();
  await cleo.getByRole('article', offer).getByText('Taken by Dev Patel').waitFor();

  await ben.getByRole('link', { name: 'Offers' }).click();
  await expectWhole({ phone: cleo, desk: ben }, '/offers', 'Offers');
  await ben.getByRole('article', offer).getByRole('button', { name: 'Approve' }).click();
  await dev.getByRole('region', { name: 'Over' }).getByText('Done', { exact: true }).waitFor();
  const after = await world.as.ben.get(`/api/shifts/${shift}`);
  expect(after.body.requested_by_name).toBe('Dev Patel');
  await expectTruth(dev);
});
