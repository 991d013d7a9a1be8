import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { allow, expectTruth, openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
let cleo: Page;
const name = 'My shifts in my calendar';
const dialog = () => cleo.getByRole('dialog', { name });
const address = () => dialog().getByLabel('Secret address').inputValue();
/** What a calendar program gets at an address; it is this world's. */
const fetched = async (url: string) => {
  const { status, body } = await world.anyone.get(new URL(url).pathname);
  return { status, shifts: status === 200 ? body.split('BEGIN:VEVENT').length - 1 : 0 };
};

beforeAll(async () => {
  world = await openLiveWorld();
  const period = await openPeriod(world);
  await approve(world, await asked(world, 'cleo', { period, date: '2026-12-02' }));
  await approve(world, await asked(world, 'dev', { period, date: '2026-12-03' }));
  cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('someone makes the address of their shifts, renews it and revokes it', async () => {
  await cleo.getByRole('link', { name: 'Mine' }).click();
  await cleo.getByRole('button', { name: 'Add to my calendar' }).click();
  await dialog().getByRole('button', { name: 'Make the address' }).click();
  await dialog().getByText('It is shown only now.').waitFor();
  const first = await address();
  expect(await fetched(first)).toEqual({ status: 200, shifts: 1 });
  const link = dialog().getByRole('link', { name: 'Add to my calendar' });
  expect(await link.getAttribute('href')).toBe(first.replace(/^https?:/, 'webcal:'));
  await dialog().getByRole('button', { name: 'Copy' }).click();
  await dialog().getByRole('button', { name: 'Copied' }).waitFor();
  expect(await cleo.evaluate('navigator.clipboard.readText()')).toBe(first);
  await shoot('feed made', [cleo]);

  await cleo.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await cleo.getByRole('button', { name: 'Add to my calendar' }).click();
  await dialog().getByText('shown once, when it was made').waitFor();
  await dialog().getByRole('button', { name: 'Make a new address' }).click();
  await dialog().getByText('stops working at once').waitFor();
  expect((await fetched(first)).status).toBe(200);
  await dialog().getByRole('button', { name: 'Make the new one' }).click();
  await dialog().getByText('It is shown only now.').waitFor();
  const second = await address();
  expect((await fetched(first)).status).toBe(404);
  expect((await fetched(second)).status).toBe(200);

  await dialog().getByRole('button', { name: 'Revoke the address' }).click();
  await dialog().getByText('Nobody can read your shifts at this address any more').waitFor();
  await shoot('feed revoking', [cleo]);
  await dialog().getByRole('button', { name: 'Revoke it' }).click();
  await dialog().getByRole('button', { name: 'Make the address' }).waitFor();
  expect((await fetched(second)).status).toBe(404);
  await expectTruth(cleo);
});

test('it says when the address did not load or was not made, and can be tried again', async () => {
  allow(/^500 (GET|POST) /);
  const fail = (route: { fulfill: (answer: object) => Promise<void> }) =>
    route.fulfill({ status: 500, json: { detail: 'Something broke on our side.' } });
  await cleo.route('**/api/calendar/feed', fail);
  await cleo.goto('/my-schedule?feed=mine');
  await dialog().getByRole('alert').getByText('Something broke on our side.').waitFor();
  await shoot('feed not loaded', [cleo]);
  await cleo.unroute('**/api/calendar/feed');
  await dialog().getByRole('button', { name: 'Try again' }).click();
  const make = dialog().getByRole('button', { name: 'Make the address' });
  await make.waitFor();
  await cleo.route('**/api/calendar/feed', fail);
  await make.click();
  await dialog().getByRole('alert').getByText('Something broke on our side.').waitFor();
  await cleo.unroute('**/api/calendar/feed');
  await make.click();
  expect((await fetched(await address())).status).toBe(200);
});

test('the account leads there; the dialog is whole on every screen', async () => {
  const desk = await pageFor(world, 'cleo');
  await desk.goto('/account');
  await desk.getByRole('button', { name: 'Calendar address' }).click();
  await desk.getByRole('dialog', { name }).waitFor();
  await expectWhole({ phone: cleo, desk }, '/my-schedule?feed=mine', 'My schedule', name);
  await expectWhole({ phone: cleo, desk }, '/account', 'Account');
});
