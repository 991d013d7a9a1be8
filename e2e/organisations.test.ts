import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { allow, expectTruth, openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';

withBrowser();

test('settings: all systems are switched off, are gone for everyone at once, and the rota comes back', async () => {
  const world = await openLiveWorld();
  const ada = await pageFor(world, 'ada');
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await ada.getByRole('link', { name: 'Organisation', exact: true }).click();
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill('Harbour Care North');
  for (const system of ['Rota', 'Duty', 'Booking']) {
    await ada.getByRole('switch', { name: system }).uncheck();
  }
  // The calendar that Cleo has open is read once more, and refused.
  allow(/^409 GET \/api\//);
  await ada.getByRole('button', { name: 'Save' }).click();
  await ada.getByRole('button', { name: 'Organisation: Harbour Care North' }).waitFor();
  expect(await ada.getByRole('link', { name: 'Calendar' }).count()).toBe(0);
  expect(await ada.getByRole('link', { name: 'People' }).count()).toBe(1);
  await cleo.getByRole('link', { name: 'Mine' }).waitFor({ state: 'detached' });
  await cleo.goto('/');
  await cleo.getByRole('heading', { name: 'Your organisations', level: 1 }).waitFor();

  await ada.getByRole('switch', { name: 'Rota' }).check();
  await ada.getByRole('button', { name: 'Save' }).click();
  await cleo.getByRole('link', { name: 'Mine' }).waitFor();
  await expectTruth(cleo);
});

test('the month begins its weeks on Sunday, says the Hijri date, and is written in German', async () => {
  const world = await openLiveWorld();
  const settings = { week_start: 7, second_calendar: 'umm_al_qura', locale: 'de' };
  await world.as.ada.patch('/api/organisation', settings);
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('heading', { name: 'November 2026', level: 1 }).waitFor();
  await ben.getByText('Dschumada I 1448 AH – Dschumada II 1448 AH').waitFor();
  await ben.getByRole('gridcell', { name: /, 1\. November 2026/ }).waitFor();
  expect(await ben.getByRole('columnheader').allTextContents()).toEqual([
    ...['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
  ]);
  const [, first] = await ben.getByRole('row').all();
  const cells = (await first?.getByRole('gridcell').all()) ?? [];
  expect(await cells[0]?.getAttribute('data-date')).toBe('2026-11-01');
  await cells[0]?.press('ArrowDown');
  await ben.getByRole('gridcell', { name: /, 8\. November 2026/ }).press('Enter');
  await ben.getByRole('dialog').getByText('28. Dschumada I 1448 AH').waitFor();

  const phone = await pageFor(world, 'cleo', { on: 'phone' });
  await phone.getByRole('button', { name: /^Sonntag, 1\. November 2026/ }).waitFor();
  await shoot('month from sunday on a phone', [phone]);
  const day = (name: RegExp) => phone.getByRole('button', { name }).boundingBox();
  const [sunday, monday] = [await day(/, 1\. November/), await day(/, 2\. November/)];
  expect(sunday?.x).toBeLessThan(monday?.x ?? 0);
});

test('an owner makes a role of their own, changes it and deletes it', async () => {
  const world = await openLiveWorld();
  const ada = await pageFor(world, 'ada');
  await ada.getByRole('link', { name: 'Organisation', exact: true }).click();
  await ada.getByRole('link', { name: 'Roles' }).click();
  await ada.getByRole('button', { name: 'Make a role' }).click();
  const make = ada.getByRole('dialog', { name: 'Make a role' });
  await make.getByLabel('Name').fill('Night lead');
  await make.getByRole('checkbox', { name: 'See the calendar' }).check();
  await make.getByRole('checkbox', { name: 'Approve, reject and edit everyone’s shifts' }).check();
  await make.getByRole('button', { name: 'Make the role' }).click();

  const role = ada.getByRole('button', { name: /^Night lead Your own · nobody/ });
  await role.click();
  await ada.getByRole('button', { name: 'Change' }).click();
  const edit = ada.getByRole('dialog', { name: 'Change the role' });
  expect(await edit.getByRole('checkbox', { name: 'See the calendar' }).isChecked()).toBe(true);
  await edit.getByLabel('Name').fill('Owner');
  allow(/^400 PATCH \/api\/roles\//);
  await edit.getByRole('button', { name: 'Save' }).click();
  await edit.getByText('A built-in role has this name.').waitFor();
  await edit.getByLabel('Name').fill('Night desk');
  await edit.getByRole('button', { name: 'Save' }).click();
  await ada.getByRole('button', { name: /^Night desk Your own/ }).waitFor();

  await ada.getByRole('button', { name: 'Delete', exact: true }).click();
  await ada.getByRole('button', { name: 'Delete the role' }).click();
  await ada.getByRole('button', { name: /^Night desk/ }).waitFor({ state: 'detached' });
});

test('on a phone: a further organisation is made, and the way goes there, back and out', async () => {
  const world = await openLiveWorld();
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.getByRole('link', { name: 'More' }).click();
  await cleo.getByRole('link', { name: 'Your organisations' }).click();
  await cleo.getByRole('button', { name: 'Make an organisation' }).click();
  await cleo.getByRole('dialog').getByLabel('Name').fill('Quayside');
  await cleo.getByRole('button', { name: 'Make it' }).click();
  await cleo.waitForURL('**/calendar');
  await cleo.getByRole('link', { name: 'More' }).click();
  await cleo.getByText('Cleo Marsh · Quayside').waitFor();
  await cleo.getByRole('link', { name: 'People' }).waitFor();

  await cleo.getByRole('link', { name: 'Your organisations' }).click();
  await cleo.getByText('You are the last owner of Quayside.').waitFor();
  expect(await cleo.getByRole('button', { name: 'Leave' }).isDisabled()).toBe(true);
  await cleo.getByRole('button', { name: 'Go to Harbour Care' }).click();
  await cleo.waitForURL('**/calendar');
  await cleo.goto('/organisations');
  const harbour = cleo.getByRole('group', { name: 'Harbour Care' });
  await harbour.getByText('You are here').waitFor();

  await cleo.getByRole('button', { name: 'Leave' }).click();
  const ask = cleo.getByRole('dialog', { name: 'Leave Harbour Care?' });
  allow(/^401 /);
  await ask.getByRole('button', { name: 'Leave' }).click();
  await cleo.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
});

test('at a desk the switcher leads into the other, live, while another tab stays', async () => {
  const world = await openLiveWorld();
  await world.as.ada.post('/api/auth/organisations', { organisation_name: 'Quayside' });
  const first = await pageFor(world, 'ada');
  const second = await first.context().newPage();
  await second.goto('/people');
  const listens = subscribed(first);
  await first.getByRole('button', { name: 'Organisation: Harbour Care' }).click();
  await first.getByRole('menuitem', { name: 'Quayside' }).click();
  await first.getByRole('button', { name: 'Organisation: Quayside' }).waitFor();
  await listens;
  const there = { 'x-organisation': 'quayside' };
  await world.as.ada.patch('/api/organisation', { name: 'Quayside South' }, there);
  await first.getByRole('button', { name: 'Organisation: Quayside South' }).waitFor();
  await second.getByRole('button', { name: 'Organisation: Harbour Care' }).waitFor();
});

/** Told when the page's next socket listens to the organisation. */
function subscribed(page: Page): Promise<void> {
  return new Promise((done) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (/"subscribed","topic":"organisation"/.test(String(payload))) done();
      }),
    );
  });
}
