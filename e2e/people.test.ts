import { expect, test } from 'vitest';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

test('a directory of many is searched, filtered and read to its end; a person is changed, shut out and let in', async () => {
  const world = await openLiveWorld();
  const rows = Array.from({ length: 70 }, (_, i) => `p${i}@many.example,Pat ${100 + i}`);
  const content = Buffer.from(`E-mail,Name\n${rows.join('\n')}`).toString('base64');
  const file = { file_name: 'p.csv', content, invite: false };
  expect((await world.as.ben.post('/api/users/import', file)).status).toBe(201);

  expect((await world.as.cleo.get('/api/auth/me')).status).toBe(200);
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'People', exact: true }).click();
  const main = ben.getByRole('main');
  await main.getByText('Ada Okafor').waitFor();
  await ben.getByRole('button', { name: 'Show more' }).scrollIntoViewIfNeeded();
  await main.getByText('Pat 169').waitFor();
  await ben.getByLabel('Search people').fill('cleo');
  await main.getByText('Pat 100').waitFor({ state: 'detached' });
  await main.getByRole('link', { name: /Cleo Marsh/ }).click();

  await ben.getByRole('heading', { name: 'Cleo Marsh', level: 1 }).waitFor();
  const details = ben.getByRole('form', { name: 'Details' });
  await details.getByLabel('Phone').fill('+44 7700 900123');
  await details.getByLabel('Hours a week').fill('24');
  await details.getByRole('combobox', { name: 'Role' }).click();
  await ben.getByRole('option', { name: 'Manager' }).click();
  await details.getByRole('button', { name: 'Save' }).click();
  await ben.getByText('Cleo Marsh is changed.').first().waitFor();
  await expectTruth(ben);
  expect(await details.getByLabel('Phone').inputValue()).toBe('+447700900123');

  await ben.getByRole('button', { name: 'Deactivate' }).click();
  const sure = ben.getByRole('dialog', { name: 'Deactivate Cleo Marsh?' });
  await sure.getByRole('button', { name: 'Deactivate' }).click();
  await ben.getByText('Deactivated', { exact: true }).waitFor();
  expect((await world.as.cleo.get('/api/auth/me')).status).toBe(401);

  await ben.getByRole('link', { name: 'People', exact: true }).first().click();
  await ben.getByRole('combobox', { name: 'State' }).click();
  await ben.getByRole('option', { name: 'Deactivated' }).click();
  await main.getByText('Ada Okafor').waitFor({ state: 'detached' });
  await main.getByRole('link', { name: /Cleo Marsh/ }).click();
  await ben.getByRole('button', { name: 'Let in again' }).click();
  await ben.getByRole('button', { name: 'Deactivate' }).waitFor();
  await ben.getByRole('button', { name: 'Send a password link' }).click();
  await ben.getByText('A link is on its way to Cleo Marsh.').first().waitFor();
});
