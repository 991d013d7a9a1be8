import { expect, test } from 'vitest';
import { phoneCodeOf } from '../server/identity/phone-code.ts';
import { mailToken } from '../server/platform/mail-token.ts';
import { openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

test('a number is proven with the code of a text message; another address by a click from there', async () => {
  const world = await openLiveWorld();
  const { secrets } = world.program.app;
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.goto('/account');
  await cleo.getByLabel('Phone').fill('+44 7700 900123');
  await cleo.getByRole('button', { name: 'Save' }).click();
  await cleo.getByRole('button', { name: 'Verify +447700900123' }).click();
  const number = cleo.getByRole('dialog', { name: 'Verify my number' });
  await number.getByText('A code is on its way').waitFor();
  const [change] = await world.sql<{ id: string }>('SELECT id FROM phone_change');
  const code = phoneCodeOf(mailToken(secrets, 'phone-code', change?.id ?? ''));
  await number.getByLabel('Code of the text message').fill(code);
  await number.getByRole('button', { name: 'Verify', exact: true }).click();
  await cleo.getByText('Phone number verified').waitFor();

  await cleo.getByRole('button', { name: 'Change my e-mail' }).click();
  const dialog = cleo.getByRole('dialog', { name: 'Change my e-mail' });
  await dialog.getByLabel('New e-mail').fill('cleo@elsewhere.example');
  await dialog.getByRole('textbox', { name: 'My password' }).fill('harbour-lantern-42');
  await dialog.getByRole('button', { name: 'Send the link' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [wish] = await world.sql<{ id: string }>('SELECT id FROM email_change');
  await cleo.goto(`/confirm-email?token=${mailToken(secrets, 'confirm-email', wish?.id ?? '')}`);
  await cleo.getByRole('button', { name: 'This is my address' }).click();
  await cleo.getByText('Your address is cleo@elsewhere.example now.').waitFor();
  const [row] = await world.sql('SELECT email FROM person WHERE id = $1', [world.ids.cleo]);
  expect(row).toEqual({ email: 'cleo@elsewhere.example' });
});
