import { expect, test } from 'vitest';
import { openLiveWorld, pageOf, withBrowser } from './browser.ts';

withBrowser();

test('an empty install becomes an organisation that plans its first month', async () => {
  const world = await openLiveWorld({ empty: true });
  const page = await pageOf(world);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Welcome to your board', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/welcome');
  expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe(
    'Europe/London',
  );
  await page.getByLabel('Organisation').fill('Riverside Care');
  await page.getByLabel('First name').fill('Rosa');
  await page.getByLabel('Last name').fill('Lind');
  await page.getByLabel('E-mail').fill('rosa@riverside.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('seven boats at anchor');
  await page.getByRole('button', { name: 'Make the organisation' }).click();

  await page.getByRole('heading', { name: 'November 2026', level: 1 }).waitFor();
  const account = page.getByRole('button', { name: /Account: .*Rosa Lind.*Riverside Care/ });
  await account.click();
  await page.getByText('rosa@riverside.example · owner').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('November 2026 has no schedule period.').waitFor();
  await page.getByRole('link', { name: 'Go to the periods' }).click();

  await page.getByRole('button', { name: 'Open a period' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Open a period' });
  expect(await dialog.getByLabel('Name').inputValue()).toBe('December 2026');
  expect(await dialog.getByLabel('Last day').inputValue()).toBe('2026-12-31');
  await dialog.getByRole('button', { name: 'Open the period' }).click();
  await page.getByRole('heading', { name: 'December 2026', level: 1 }).waitFor();
  await page.getByText('31 Dec 2026 · opened by Rosa Lind').waitFor();

  await page.getByRole('region', { name: 'Address not verified' }).waitFor();
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const early = page.getByRole('dialog', { name: 'Add a person' });
  await early.getByRole('note').getByText('Invitations go out once you have verified').waitFor();
  await early.getByRole('note').getByRole('button', { name: 'Send it again' }).waitFor();
  expect(await early.getByRole('textbox', { name: 'Password' }).getAttribute('required')).toBe('');
  await page.keyboard.press('Escape');
  await early.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Mailbox' }).click();
  await page.getByRole('navigation', { name: 'Messages' }).getByRole('link').click();
  await page.getByRole('link', { name: /\/verify-email/ }).click();
  await page.getByRole('button', { name: 'This is my address' }).click();
  await page.getByRole('link', { name: 'Go to the calendar' }).click();
  await page.getByRole('link', { name: 'People' }).click();
  expect(await page.getByRole('region', { name: 'Address not verified' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Add a person' }).click();
  const person = page.getByRole('dialog', { name: 'Add a person' });
  await person.getByLabel('First name').fill('Tove');
  await person.getByLabel('Last name').fill('Berg');
  await person.getByLabel('E-mail').fill('tove@riverside.example');
  await person.getByRole('button', { name: 'Add', exact: true }).click();
  await person.waitFor({ state: 'detached' });
  const people = page.getByRole('main');
  await people.getByText('Tove Berg', { exact: true }).waitFor();
  await people.getByText('Rosa Lind (you)').waitFor();
});

test('the demo is one click, and so is looking around as one of its people', async () => {
  const world = await openLiveWorld({ empty: true });
  const page = await pageOf(world);
  await page.goto('/');
  await page.getByRole('button', { name: 'Load the demo' }).click();
  await page.getByRole('heading', { name: 'The board is up', level: 1 }).waitFor();
  await page.getByRole('button', { name: /Cleo Marsh/ }).click();
  await page.getByRole('heading', { name: 'November 2026', level: 1 }).waitFor();
  await page.getByText(/of days covered · \d\d+ shifts/).waitFor();
  const days = page.getByRole('gridcell', { name: /Cleo Marsh from/ });
  expect(await days.count()).toBeGreaterThan(10);
});
