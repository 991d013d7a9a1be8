import { beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../server/demo/module.ts';
import type { World } from '../server/testing/open-world.ts';
import { allow, logIn, openLiveWorld, pageFor, pageOf, withBrowser } from './browser.ts';

withBrowser();

let world: World;
beforeAll(async () => {
  world = await openLiveWorld();
});

test('a wrong password is told, the right one leads to the page that was asked for', async () => {
  allow(/^401 POST \/api\/auth\/login$/);
  const page = await pageOf(world);
  await page.goto('/my-schedule');
  await page.waitForURL('**/login?next=*');
  await logIn(page, 'dev@harbour.example', 'not my password');
  await page.getByRole('alert').getByText('No account has this e-mail and password').waitFor();
  await logIn(page, 'dev@harbour.example', demoPassword);
  await page.getByRole('heading', { name: 'My schedule', level: 1 }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'My schedule', level: 1 }).waitFor();
});

test('a forgotten password is replaced through the mailbox, and every session ends', async () => {
  allow(/^401 (GET|POST) \/api\//);
  const phone = await pageFor(world, 'cleo', { on: 'phone' });
  const desk = await pageOf(world);
  await desk.goto('/login');
  await desk.getByRole('link', { name: 'Forgot your password?' }).click();
  await desk.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  await desk.getByLabel('E-mail').fill('cleo@harbour.example');
  await desk.getByRole('button', { name: 'Send the link' }).click();
  await desk.getByRole('link', { name: 'built-in mailbox' }).click();
  await desk
    .getByRole('link', { name: /cleo|Cleo Marsh/ })
    .first()
    .click();
  await desk.getByRole('link', { name: /reset-password/ }).click();
  await desk.getByRole('textbox', { name: 'New password' }).fill('a lantern on the quay');
  await desk.getByRole('textbox', { name: 'Once more' }).fill('a lantern on the quay');
  await desk.getByRole('button', { name: 'Set the password' }).click();
  await desk.getByRole('link', { name: 'Log in' }).click();
  await logIn(desk, 'cleo@harbour.example', demoPassword);
  await desk.getByRole('alert').getByText('No account has this e-mail and password').waitFor();
  await logIn(desk, 'cleo@harbour.example', 'a lantern on the quay');
  await desk.getByRole('heading', { name: 'November 2026', level: 1 }).waitFor();

  // The socket says that the session is over; nobody has to touch the phone.
  await phone.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
});

test('logging out in one tab ends the other', async () => {
  allow(/^401 (GET|POST) \/api\//);
  const first = await pageFor(world, 'eli');
  const second = await first.context().newPage();
  await second.goto('/my-schedule');
  await second.getByRole('button', { name: /Account: / }).click();
  await second.getByRole('menuitem', { name: 'Log out' }).click();
  await second.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
  await first.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
  // Who logs in next need not be who was here: both begin anew.
  for (const page of [first, second]) expect(new URL(page.url()).search).toBe('');
  await second.goto('/my-schedule');
  await second.waitForURL('**/login?next=*');
  // What stays logs nobody in: it says that this browser is known to the account.
  const left = (await second.context().cookies()).map(({ name }) => name);
  expect(left).toEqual([expect.stringMatching(/^callboard_device_/)]);
});
