import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../server/demo/module.ts';
import type { World } from '../server/testing/open-world.ts';
import { until } from '../server/testing/until.ts';
import { allow, logIn, openLiveWorld, pageFor, pageOf, shoot, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
beforeAll(async () => {
  world = await openLiveWorld();
});

const codeOf = (secret: string) =>
  generate({ secret, epoch: world.clock.now().epochMilliseconds / 1_000 });
const section = (page: Page, name: string) => page.getByRole('region', { name });
const open = async (page: Page) => {
  await page.goto('/account/security');
  await page.getByRole('heading', { name: 'Security', level: 1 }).waitFor();
};

test('the second factor: read the picture, keep the codes, log in with both ways', async () => {
  allow(/^401 POST \/api\/auth\/login(\/code)?$/, /^400 POST \/api\/auth\/second-factor\/confirm$/);
  const phone = await pageFor(world, 'dev', { on: 'phone' });
  await phone.getByRole('link', { name: 'More' }).click();
  await phone.getByRole('link', { name: 'Account', exact: true }).click();
  await phone.getByRole('link', { name: 'Security' }).click();
  const factor = section(phone, 'Second factor');
  await factor.getByRole('button', { name: 'Switch it on' }).click();
  const dialog = phone.getByRole('dialog', { name: 'Switch the second factor on' });
  await dialog.getByRole('img', { name: /QR code/ }).waitFor();
  await shoot('enrol', [phone]);
  const secret = (await dialog.locator('code').textContent()) ?? '';
  await dialog.getByLabel('Code').fill('000000');
  await dialog.getByRole('button', { name: 'Switch it on' }).click();
  await dialog.getByText('This is no code of the app now').waitFor();
  await dialog.getByLabel('Code').fill(await codeOf(secret));
  await dialog.getByRole('button', { name: 'Switch it on' }).click();
  const kept = phone.getByRole('dialog', { name: 'Your recovery codes' });
  await kept.getByRole('listitem').nth(9).waitFor();
  const codes = await kept.getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  await shoot('recovery codes', [phone]);
  await kept.getByRole('button', { name: 'I have kept them' }).click();
  await factor.getByText('10 recovery codes left').waitFor();

  world.clock.advance({ seconds: 30 });
  const desk = await pageOf(world);
  await desk.goto('/login?next=/my-schedule');
  await logIn(desk, 'dev@harbour.example', demoPassword);
  await desk.getByRole('heading', { name: 'One more step' }).waitFor();
  await shoot('code at log-in', [desk]);
  await desk.getByLabel('Code').fill('111111');
  await desk.getByRole('button', { name: 'Log in', exact: true }).click();
  await desk.getByRole('alert').getByText('wrong or was used before').waitFor();
  await desk.getByLabel('Code').fill(await codeOf(secret));
  await desk.getByRole('button', { name: 'Log in', exact: true }).click();
  await desk.getByRole('heading', { name: 'My schedule', level: 1 }).waitFor();

  const lost = await pageOf(world);
  await lost.goto('/login');
  await logIn(lost, 'dev@harbour.example', demoPassword);
  await lost.getByLabel('Code').fill(codes[0] ?? '');
  await lost.getByRole('button', { name: 'Log in', exact: true }).click();
  await lost.waitForURL('**/calendar/**');
  await open(lost);
  await section(lost, 'Second factor').getByText('9 recovery codes left').waitFor();
});

test('long after the log-in the password is asked for again; a key is made, shown once, revoked', async () => {
  allow(/^401 POST \/api\/auth\/api-keys$/, /^403 POST \/api\/auth\/confirm-password$/);
  const desk = await pageFor(world, 'ben');
  await world.sql(`UPDATE session SET confirmed_at = 'epoch' WHERE person_id = $1`, [
    world.ids.ben,
  ]);
  world.clock.advance({ seconds: 2 });
  await open(desk);
  const keys = section(desk, 'API keys');
  await keys.getByText('No program has a key of yours.').waitFor();
  await keys.getByRole('button', { name: 'Make a key' }).click();
  const making = desk.getByRole('dialog', { name: 'Make an API key' });
  // The dialog has come to rest when its first field has the focus.
  await making.locator('input:focus').waitFor();
  await making.getByLabel('Name').fill('Payroll');
  await making.getByLabel('shift.read').check();
  await shoot('make a key', [desk]);
  await making.getByRole('button', { name: 'Make it' }).click();
  const asking = desk.getByRole('dialog', { name: 'Is it you?' });
  await asking.getByRole('textbox', { name: 'Your password' }).fill('not my password');
  await asking.getByRole('button', { name: 'Go on' }).click();
  await asking.getByText('That is not your password').waitFor();
  await shoot('is it you', [desk]);
  await asking.getByRole('textbox', { name: 'Your password' }).fill(demoPassword);
  await asking.getByRole('button', { name: 'Go on' }).click();
  const made = desk.getByRole('dialog', { name: 'Your new key' });
  const key = await made.getByLabel('API key').inputValue();
  await shoot('key made', [desk]);
  const asked = async (path: string) =>
    (await world.anyone.get(path, { authorization: `Bearer ${key}` })).status;
  expect(await asked('/api/shifts')).toBe(200);
  expect(await asked('/api/users')).toBe(403);
  await made.getByRole('button', { name: 'Done' }).click();
  await keys.getByText('Payroll').waitFor();
  await keys.getByRole('button', { name: 'Revoke Payroll' }).click();
  await desk.getByRole('button', { name: 'Revoke it' }).click();
  await keys.getByText('No program has a key of yours.').waitFor();
  expect(await asked('/api/shifts')).toBe(401);
});

test('another device is logged out from here, and the password changed', async () => {
  allow(/^401 (GET|POST) \/api\//);
  const lost = await pageFor(world, 'cleo', { on: 'phone' });
  const desk = await pageFor(world, 'cleo');
  await open(desk);
  const sessions = section(desk, 'Where you are logged in');
  await sessions.getByText('This one').waitFor();
  await sessions
    .getByRole('button', { name: /^End the session of/ })
    .first()
    .click();
  await lost.getByRole('heading', { name: 'Log in', level: 1 }).waitFor();
  await until('one session', async () => (await sessions.getByRole('listitem').count()) === 1);
  await shoot('sessions', [desk]);

  await desk.getByRole('button', { name: 'Change the password' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Change the password' });
  await dialog.getByRole('textbox', { name: 'Current password' }).fill(demoPassword);
  await dialog.getByRole('textbox', { name: 'New password' }).fill('a lantern on the quay');
  await shoot('change password', [desk]);
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await logIn(await goneTo(lost, '/login'), 'cleo@harbour.example', 'a lantern on the quay');
  await lost.waitForURL('**/calendar/**');
});

test('the page is whole on every screen', async () => {
  const [phone, desk] = [await pageFor(world, 'eli', { on: 'phone' }), await pageFor(world, 'eli')];
  await expectWhole({ phone, desk }, '/account/security', 'Security');
});

async function goneTo(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  return page;
}
