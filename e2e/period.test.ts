import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { allow, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
let period: string;
let ben: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  period = await openPeriod(world, { end_date: '2026-12-03', name: 'Three days' });
  const date = '2026-12-03';
  await approve(world, await asked(world, 'cleo', { period, date }));
  await asked(world, 'dev', { period, date: '2026-12-01' });
  ben = await pageFor(world, 'ben');
  await ben.goto(`/periods/${period}`);
});

const manage = async (what: string) => {
  await ben.getByRole('button', { name: 'Manage' }).click();
  await ben.getByRole('menuitem', { name: what }).click();
};

test('a period is changed, but not away from people who are on', async () => {
  allow(/^409 PATCH/);
  await manage('Change');
  const dialog = ben.getByRole('dialog', { name: 'Change the period' });
  await dialog.getByLabel('Last day').fill('2026-12-02');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/Cleo Marsh on 2026-12-03/)
    .waitFor();
  await expectAccessible(ben, 'period refused');
  await dialog.getByLabel('Last day').fill('2026-12-04');
  await dialog.getByLabel('Name').fill('Four days');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await ben.getByRole('heading', { name: 'Four days', level: 1 }).waitFor();
  const days = ben.getByRole('table', { name: 'Coverage by day' });
  await days.getByRole('link', { name: '3 Dec: Partly covered' }).waitFor();
  const open = ben.getByRole('region', { name: 'Still open' });
  await open
    .getByText(/Could take it: .*(Dev Patel|Eli Novak|Cleo Marsh)/)
    .first()
    .waitFor();
  expect(await days.getByRole('link', { name: /Dec: / }).count()).toBe(4);
});

test('locked, nobody asks in it; opened again they may', async () => {
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.goto(`/periods/${period}`);
  const ask = cleo.getByRole('main').getByRole('button', { name: 'Ask for a shift' });
  await ask.waitFor();
  await manage('Lock');
  await ben.getByRole('main').getByText('Locked', { exact: true }).waitFor();
  await ask.waitFor({ state: 'detached' });
  expect(await cleo.getByRole('button', { name: 'Manage' }).count()).toBe(0);
  await manage('Open again');
  await ask.waitFor();
});

test('a period with people in it is not deleted', async () => {
  allow(/^409 DELETE/);
  await manage('Delete');
  const dialog = ben.getByRole('dialog', { name: 'Delete the period?' });
  await dialog.getByRole('button', { name: 'Delete the period' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/Cleo Marsh on 2026-12-03/)
    .waitFor();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await dialog.waitFor({ state: 'detached' });
});

test('finalizing names what is open, and then takes a reason', async () => {
  allow(/^409 POST .*\/finalize$/);
  const dev = await pageFor(world, 'dev', { on: 'phone' });
  await dev.goto('/my-schedule');
  await manage('Finalize');
  const dialog = ben.getByRole('dialog', { name: 'Finalize the period?' });
  await dialog.getByText('1 request still waits and is rejected.').waitFor();
  await dialog.getByRole('button', { name: 'Finalize', exact: true }).click();
  const open = dialog.getByRole('alert', { name: 'Not covered' });
  await open.getByText('7 windows are not covered.').waitFor();
  expect((await open.getByRole('listitem').allTextContents())[0]).toBe(
    'Tue 1 Dec, Morning 06:00–09:00',
  );
  const force = dialog.getByRole('button', { name: 'Finalize in spite of them' });
  expect(await force.isDisabled()).toBe(true);
  await expectAccessible(ben, 'finalize');
  await dialog.getByLabel('Reason').fill('The house is dark that week.');
  await force.click();
  await dialog.waitFor({ state: 'detached' });
  await ben.getByRole('main').getByText('Finalized', { exact: true }).waitFor();
  expect(await ben.getByRole('button', { name: 'Manage' }).count()).toBe(0);
  await dev.getByRole('tab', { name: 'Requests' }).click();
  await dev.getByRole('button', { name: /Tue 1 Dec.*Rejected.*was finalized/ }).waitFor();
  await expectTruth(ben);
});

test('coverage stands a row a week, named by the ISO week, and is walked by the arrow keys', async () => {
  await openPeriod(world, { name: 'New year', start_date: '2027-01-01', end_date: '2027-01-12' });
  await ben.goto('/periods');
  await ben.getByRole('link', { name: /New year/ }).click();
  const days = ben.getByRole('table', { name: 'Coverage by day' });
  await days.waitFor();
  expect(await days.getByRole('rowheader').allTextContents()).toEqual(['W53', 'W01', 'W02']);
  const second = days.getByRole('row', { name: /^W01/ });
  expect(await second.getByRole('link', { name: /Jan: Open/ }).count()).toBe(7);
  await days.getByRole('link', { name: '1 Jan: Open', exact: true }).focus();
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) {
    await ben.keyboard.press(key);
  }
  const day = days.getByRole('link', { name: '9 Jan: Open' });
  await day.and(ben.locator(':focus')).waitFor();
  await ben.getByRole('tooltip', { name: /Sat 9 Jan: Morning open 06:00–09:00/ }).waitFor();
  await ben.keyboard.press('Enter');
  await ben.getByRole('heading', { name: 'Saturday, 9 January 2027', level: 1 }).waitFor();
});

test('a period that nobody is in is deleted, and its page is left', async () => {
  // The news that it is gone may come before the answer.
  allow(/^404 GET \/api\/schedule-periods\//);
  const empty = await openPeriod(world, {
    name: 'Nobody',
    start_date: '2027-01-01',
    end_date: '2027-01-02',
  });
  await ben.goto(`/periods/${empty}`);
  await manage('Delete');
  await ben.getByRole('dialog').getByRole('button', { name: 'Delete the period' }).click();
  await ben.getByRole('heading', { name: 'Periods', level: 1 }).waitFor();
  await ben.getByRole('heading', { name: 'Four days' }).waitFor();
  await ben.getByRole('heading', { name: 'Nobody' }).waitFor({ state: 'detached' });
});
