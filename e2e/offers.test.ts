import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { held, holderOf, swapsNeedApproval } from '../server/testing/offer-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible, expectWhole } from './expect-whole.ts';

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

describe('between two people, and an admin', () => {
  let world: World;
  let period: string;
  let cleo: Page;
  let dev: Page;
  beforeAll(async () => {
    world = await openLiveWorld();
    period = await openPeriod(world);
    cleo = await pageFor(world, 'cleo', { on: 'phone' });
    dev = await pageFor(world, 'dev');
    await dev.goto('/offers');
  });

  /** Cleo opens her shift of a day and offers it: to all, or to someone, or for one of theirs. */
  const offers = async (day: string, to?: string, exchange?: string) => {
    await cleo.goto('/my-schedule');
    await cleo.getByRole('button', { name: new RegExp(day) }).tap();
    await cleo.getByRole('link', { name: 'Offer it to others' }).tap();
    const dialog = cleo.getByRole('dialog', { name: 'Offer a shift' });
    if (to) {
      await dialog.getByRole('combobox', { name: 'To' }).tap();
      await cleo.getByRole('option', { name: to }).tap();
    }
    if (exchange) {
      await expectAccessible(cleo, 'offer in exchange');
      await dialog.getByRole('combobox', { name: 'In exchange for' }).tap();
      await cleo.getByRole('option', { name: exchange }).tap();
    }
    await dialog.getByRole('button', { name: 'Offer it' }).tap();
    await dialog.waitFor({ state: 'detached' });
  };
  const row = (page: Page, day: string) =>
    page.getByRole('article', { name: new RegExp(`^Cleo Marsh, ${day}`) });
  const over = (page: Page, day: string) =>
    page
      .getByRole('region', { name: 'Over' })
      .getByRole('article', { name: new RegExp(`^Cleo Marsh, ${day}`) })
      .first();

  test('made to one it is nobody else’s to see; refused, it is over and the shift stays', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-02' });
    await held(world, 'dev', { period, date: '2026-12-12' });
    const eli = await pageFor(world, 'eli', { on: 'phone' });
    await eli.getByRole('link', { name: 'More' }).tap();
    await eli.getByRole('link', { name: 'Offers' }).tap();
    await offers('Wed 2 Dec', 'Dev Patel');
    await row(dev, 'Wed 2 Dec').getByText('to Dev Patel').waitFor();
    await row(dev, 'Wed 2 Dec').getByRole('button', { name: 'Refuse' }).click();
    await over(cleo, 'Wed 2 Dec').getByText('Refused', { exact: true }).waitFor();
    await expectTruth(cleo);
    await eli.getByText('Nothing is on offer').waitFor();
    expect(await holderOf(world, shift)).toBe('cleo');
  });

  test('withdrawn, it is over for everyone who saw it', async () => {
    await held(world, 'cleo', { period, date: '2026-12-03' });
    await offers('Thu 3 Dec');
    await row(dev, 'Thu 3 Dec').getByRole('button', { name: 'Take it' }).waitFor();
    await row(cleo, 'Thu 3 Dec').getByRole('button', { name: 'Withdraw' }).tap();
    await over(dev, 'Thu 3 Dec').getByText('Withdrawn', { exact: true }).waitFor();
    expect(await over(dev, 'Thu 3 Dec').getByRole('button').count()).toBe(0);
  });

  test('an exchange: declined with a reason both read; the next one approved, each has the other’s', async () => {
    const hers = await held(world, 'cleo', { period, date: '2026-12-08' });
    const his = await held(world, 'dev', { period, date: '2026-12-09' });
    const ben = await pageFor(world, 'ben', { on: 'phone' });
    await ben.goto('/offers');
    await offers('Tue 8 Dec', 'Dev Patel', 'Wed 9 Dec, 06:00–09:00');
    await row(dev, 'Tue 8 Dec').getByText('for Dev Patel’s Wed 9 Dec, 06:00–09:00').waitFor();
    await row(dev, 'Tue 8 Dec').getByRole('button', { name: 'Take it' }).click();
    await row(ben, 'Tue 8 Dec').getByRole('button', { name: 'Decline' }).tap();
    const dialog = ben.getByRole('dialog', { name: 'Decline the offer' });
    await dialog.getByLabel('Reason').fill('Tuesday is the dress rehearsal.');
    await expectAccessible(ben, 'decline');
    await dialog.getByRole('button', { name: 'Decline' }).tap();
    for (const page of [cleo, dev]) {
      await over(page, 'Tue 8 Dec').getByText('“Tuesday is the dress rehearsal.”').waitFor();
    }
    expect([await holderOf(world, hers), await holderOf(world, his)]).toEqual(['cleo', 'dev']);

    await offers('Tue 8 Dec', 'Dev Patel', 'Wed 9 Dec, 06:00–09:00');
    await dev.getByRole('button', { name: 'Take it' }).click();
    await dev.getByRole('button', { name: 'Give it back' }).waitFor();
    await ben.getByRole('button', { name: 'Approve' }).tap();
    await over(cleo, 'Tue 8 Dec').getByText('Done', { exact: true }).waitFor();
    await over(cleo, 'Tue 8 Dec').getByText('for Dev Patel’s Wed 9 Dec').first().waitFor();
    expect([await holderOf(world, hers), await holderOf(world, his)]).toEqual(['dev', 'cleo']);
    await cleo.getByRole('link', { name: 'Mine' }).tap();
    await cleo.getByRole('button', { name: /Wed 9 Dec/ }).waitFor();
    expect(await cleo.getByRole('button', { name: /Tue 8 Dec/ }).count()).toBe(0);
  });

  test('taken and given back it is open again; without approval taking it is enough', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-15' });
    await offers('Tue 15 Dec');
    await row(dev, 'Tue 15 Dec').getByRole('button', { name: 'Take it' }).click();
    await row(cleo, 'Tue 15 Dec').getByText('Taken by Dev Patel').waitFor();
    await row(dev, 'Tue 15 Dec').getByRole('button', { name: 'Give it back' }).click();
    const again = row(dev, 'Tue 15 Dec').getByRole('button', { name: 'Take it' });
    await again.waitFor();
    expect(await holderOf(world, shift)).toBe('cleo');

    await swapsNeedApproval(world, false);
    await again.click();
    await dev.getByRole('alert').getByText('It is yours.').waitFor();
    await over(cleo, 'Tue 15 Dec').getByText('Done', { exact: true }).waitFor();
    expect(await holderOf(world, shift)).toBe('dev');
    await expectTruth(dev);
  });
});
