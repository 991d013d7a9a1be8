import { beforeAll, expect, test } from 'vitest';
import { tokenOf } from '../server/testing/answer-steps.ts';
import { cleosPhone, openProviders, type Providers } from '../server/testing/providers.ts';
import { at, deliver, onDuty, sweepAndDeliver } from '../server/testing/reminder-steps.ts';
import { allow, expectTruth, pageFor, pageOf, shoot, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

// The clock is set on by hours: tokens are spent, and traded by the page itself.
const spent = /^401 /;

let providers: Providers;
let world: Providers['world'];
beforeAll(async () => {
  providers = await openProviders();
  world = providers.world;
  await world.as.ada.patch('/api/reminder-settings', { channels: ['whatsapp'] });
});

test('what goes out next, what failed and why; sent once more, or dealt with', async () => {
  allow(spent);
  await onDuty(world, { date: '2026-11-21', name: 'Opening' });
  const page = await pageFor(world, 'ben');
  await page.getByRole('link', { name: 'Reminders' }).click();
  const row = page.getByRole('button', { name: /^Cleo Marsh.*Opening/ });
  await row.getByText('waiting').waitFor();
  await page.getByText('20 Nov, 18:00 · 1 reminder').waitFor();

  providers.whatsApp.refuses.set(cleosPhone, 131026);
  at(world, '2026-11-20T18:00:00Z');
  await sweepAndDeliver(world);
  providers.whatsApp.refuses.clear();
  const line = page.getByRole('alert').filter({ hasText: '1 reminder did not get through' });
  await line.getByText('Cleo Marsh').waitFor();
  await expectAccessible(page, 'failed reminder');

  await line.getByRole('button', { name: 'Why' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reminder' });
  await dialog.getByText('WhatsApp, attempt 1: refused').waitFor();
  await dialog
    .getByText(/131026/)
    .first()
    .waitFor();
  await expectAccessible(page, 'why it failed');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await line.getByRole('button', { name: 'Send once more: Cleo Marsh' }).click();
  await line.waitFor({ state: 'detached' });
  await deliver(world);
  await page.getByRole('tab', { name: 'Sent' }).click();
  await row.getByText('sent').waitFor();
  await expectTruth(page);
});

test('too late to be sent: the red line stands on the rosters too, until someone dealt with it', async () => {
  allow(spent);
  await onDuty(world, { date: '2026-11-25', name: 'Closing' });
  const page = await pageFor(world, 'ben', { on: 'phone' });
  await page.goto('/duty/rosters');
  at(world, '2026-11-26T09:00:00Z');
  await sweepAndDeliver(world);
  const line = page.getByRole('alert').filter({ hasText: '1 reminder did not get through' });
  await line.getByRole('link', { name: 'Look after it' }).click();
  await shoot('failed on a phone', [page]);
  await page.getByRole('button', { name: 'Dealt with: Cleo Marsh' }).click();
  await line.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Failed' }).click();
  await page
    .getByRole('button', { name: /^Cleo Marsh.*Closing/ })
    .getByText('dealt with')
    .waitFor();
});

test('the link in a reminder: looked at it answers nothing, then two buttons; “I can’t” is told', async () => {
  const { reminder } = await onDuty(world, { date: '2026-12-05', name: 'Reading' });
  const phone = await pageOf(world, { on: 'phone' });
  await phone.goto(`/api/duty-answers/${tokenOf(world, reminder)}`);
  await phone.getByRole('heading', { name: /can you do this duty/ }).waitFor();
  await shoot('answer', [phone]);
  const said = async () => (await world.as.ben.get(`/api/reminders/${reminder}`)).body.answer;
  expect(await said()).toBeNull();
  await phone.getByRole('button', { name: 'I can’t' }).click();
  await shoot('answered', [phone]);
  expect(await said()).toBe('no');

  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.goto('/duty/rosters');
  await cleo.getByText('You said that you can’t').waitFor();
  await cleo.getByRole('button', { name: /^I’m on it: Reading/ }).click();
  await cleo.getByText('You said that you are on it').waitFor();
  expect(await said()).toBe('yes');
});
