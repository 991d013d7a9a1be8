import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { until } from '../server/testing/until.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
let period: string;
let day = 0;
beforeAll(async () => {
  world = await openLiveWorld();
  period = await openPeriod(world);
  await world.sql(
    `INSERT INTO notification_preference (organisation_id, person_id, kind, channel, chosen)
     SELECT organisation_id, id, 'shift_decided', 'sms', true FROM person WHERE id = $1`,
    [world.ids.cleo],
  );
});

const phoneOf = (number: string) =>
  world.sql('UPDATE person SET phone_number = $2 WHERE id = $1', [world.ids.cleo, number]);

/** A text to Cleo, who wrote her number without its country: it fails. */
async function failedText(): Promise<string> {
  day += 1;
  await phoneOf('07700 900123');
  const shift = await asked(world, 'cleo', { period, date: `2026-12-0${day}` });
  await approve(world, shift);
  return `${day} December 2026`;
}

const rowOf = (page: Page, what: string, state: string) =>
  page.getByRole('link', { name: new RegExp(`Cleo Marsh.*${what}.*${state}.*SMS`) });

test('at a desk, by keyboard: what failed comes by itself, says why, and is sent again', async () => {
  const page = await pageFor(world, 'ben');
  await page.goto('/deliveries?status=failed');
  await page.getByText('None like that').waitFor();
  const when = await failedText();
  const row = rowOf(page, when, 'failed');
  await row.waitFor();
  await page.getByText('This is no phone number with its country').waitFor();
  await expectTruth(page);

  await row.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delivery' });
  await dialog.getByText('Attempt 1: failed').waitFor();
  await expectAccessible(page, 'delivery failed');
  await phoneOf('+44 7700 900123');
  await dialog.getByRole('button', { name: 'Send again' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByText('The provider says: delivered').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('None like that').waitFor();
  const [text] = (await world.as.ben.get('/api/deliveries?channel=sms&status=delivered')).body;
  expect(text).toMatchObject({ to: '+447700900123', attempts: 2 });
});

test('on a phone: found by person and way, sent again', async () => {
  const page = await pageFor(world, 'ben', { on: 'phone' });
  const when = await failedText();
  await until('the text has failed', async () => {
    const { body } = await world.as.ben.get('/api/deliveries?status=failed');
    return body.length === 1;
  });
  await page.goto('/more');
  await page.getByRole('link', { name: 'Deliveries' }).click();
  await page.getByRole('combobox', { name: 'By' }).click();
  await page.getByRole('option', { name: 'SMS' }).click();
  await page.getByRole('combobox', { name: 'To' }).fill('Cleo');
  await page.getByRole('option', { name: 'Cleo Marsh' }).click();
  await page.waitForURL(/channel=sms.*person=/);
  await rowOf(page, when, 'failed').click();
  await phoneOf('+44 7700 900123');
  const dialog = page.getByRole('dialog', { name: 'Delivery' });
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await dialog.getByText('The provider says: delivered').waitFor();
  await dialog.getByRole('link', { name: 'Read what it says' }).click();
  await page.getByRole('heading', { name: 'Text to Cleo Marsh' }).waitFor();
  await page.getByText(/1 segment \(GSM-7\)/).waitFor();
  await expectAccessible(page, 'text in the mailbox');
});

test('a member has no such place', async () => {
  const page = await pageFor(world, 'cleo');
  expect(await page.getByRole('link', { name: 'Deliveries' }).count()).toBe(0);
  await page.goto('/deliveries');
  await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
});
