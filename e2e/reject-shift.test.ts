import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { until } from '../server/testing/until.ts';
import { allow, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

let world: World;
let period: string;
let ben: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  period = await openPeriod(world);
  ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Queue' }).click();
  await ben.getByText('Nothing waits').waitFor();
});

const requestOf = (who: string) => ben.getByRole('article', { name: new RegExp(`^${who}`) });

test('a rejection by keyboard needs a reason, and the person reads it', async () => {
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await asked(world, 'cleo', { period, date: '2026-12-02' });
  await cleo.getByRole('link', { name: 'Mine' }).click();
  await cleo.getByRole('tab', { name: 'Requests (1)' }).click();
  await requestOf('Cleo Marsh').waitFor();

  await ben.keyboard.press('r');
  const dialog = ben.getByRole('dialog', { name: 'Reject the request' });
  const reason = dialog.getByRole('textbox', { name: 'Reason' });
  await reason.and(ben.locator(':focus')).waitFor();
  const reject = dialog.getByRole('button', { name: 'Reject', exact: true });
  expect(await reject.isDisabled()).toBe(true);
  await ben.keyboard.type('Dev is on that morning.');
  expect(await reject.isDisabled()).toBe(false);
  await ben.keyboard.press('Tab');
  await ben.keyboard.press('Tab');
  await ben.keyboard.press('Enter');
  await ben.getByText('Nothing waits').waitFor();

  const request = cleo.getByRole('button', {
    name: /Wed 2 Dec.*Rejected.*“Dev is on that morning.”/,
  });
  await request.waitFor();
  await cleo.getByRole('tab', { name: 'Requests', exact: true }).waitFor();
  await expectTruth(ben);
});

test('a request at a taken time is refused with whose shift it is, and waits on', async () => {
  allow(/^409 POST .*\/approve$/);
  const date = '2026-12-03';
  await approve(world, await asked(world, 'cleo', { period, date }));
  await asked(world, 'dev', { period, date, start: '08:00', end: '10:00' });
  const request = requestOf('Dev Patel');
  await request.getByText('Clashes with Cleo Marsh, 06:00–09:00').waitFor();
  await ben.keyboard.press('a');
  const sentence = 'Only one person is on at a time: Cleo Marsh from 06:00 to 09:00 on 2026-12-03.';
  await request.getByRole('alert').getByText(sentence).waitFor();
  await ben.keyboard.press('r');
  await ben.keyboard.type('Taken.');
  await ben.getByRole('dialog').getByRole('button', { name: 'Reject', exact: true }).click();
  await ben.getByText('Nothing waits').waitFor();
});

test('overtime is refused once, then offered', async () => {
  allow(/^409 POST .*\/approve$/);
  for (const date of ['2026-12-07', '2026-12-08']) {
    const long = { period, date, start: '08:00', end: '19:00' };
    await approve(world, await asked(world, 'eli', long));
  }
  const third = await asked(world, 'eli', { period, date: '2026-12-09' });
  const request = requestOf('Eli Novak');
  await request.getByText('25 h of 24 h that week, overtime').waitFor();
  await ben.keyboard.press('a');
  await request
    .getByRole('alert')
    .getByText(/overtime/i)
    .first()
    .waitFor();
  await request.getByRole('button', { name: 'Approve with overtime' }).click();
  await ben.getByText('Nothing waits').waitFor();
  await until('the approval', async () => {
    const shift = await world.as.eli.get(`/api/shifts/${third}`);
    return shift.body.status === 'APPROVED';
  });
  await expectTruth(ben);
});
