import { expect, test } from 'vitest';
import { openLiveWorld, pageFor, pageOf, withBrowser } from './browser.ts';

withBrowser();

test('someone is invited, opens the link on a phone, and is in', async () => {
  const world = await openLiveWorld();
  const ben = await pageFor(world, 'ben');
  await ben.goto('/people/invitations');
  await ben.getByRole('button', { name: 'Invite someone' }).click();
  const dialog = ben.getByRole('dialog', { name: 'Invite someone' });
  await dialog.getByLabel('E-mail').fill('nia@elsewhere.example');
  await dialog.getByLabel('Name').fill('Nia Brandt');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await ben.getByRole('group', { name: 'nia@elsewhere.example' }).waitFor();

  await ben.goto('/mailbox');
  await ben
    .getByRole('navigation', { name: 'Messages' })
    .getByRole('link', { name: /Nia Brandt|nia@elsewhere/ })
    .first()
    .waitFor();
  const [mail] = await world.sql<{ id: string }>(
    "SELECT data->>'one_time_token' AS id FROM message WHERE template = 'invited'",
  );
  const { mailToken } = await import('../server/platform/mail-token.ts');
  const token = mailToken(world.program.app.secrets, 'invitation', mail?.id ?? '');

  const nia = await pageOf(world, { on: 'phone' });
  await nia.goto(`/invite?token=${token}`);
  await nia.getByText('Ben Lindqvist invites you to Harbour Care.').waitFor();
  expect(await nia.getByLabel('First name').inputValue()).toBe('Nia');
  await nia.getByRole('textbox', { name: 'Password' }).fill('seven boats at anchor');
  await nia.getByRole('button', { name: 'Join Harbour Care' }).click();
  await nia.waitForURL('**/calendar/**');

  await ben.goto('/people/invitations');
  await ben.getByText('Nobody is waiting').waitFor();
});

test('whoever is logged in as another is asked; whoever it is for joins with one tap', async () => {
  const world = await openLiveWorld();
  await world.as.ben.post('/api/invitations', { email: 'gus@foyle.example' });
  const [mail] = await world.sql<{ id: string }>(
    "SELECT data->>'one_time_token' AS id FROM message WHERE template = 'invited'",
  );
  const { mailToken } = await import('../server/platform/mail-token.ts');
  const token = mailToken(world.program.app.secrets, 'invitation', mail?.id ?? '');

  const fay = await pageFor(world, 'fay');
  await fay.goto(`/invite?token=${token}`);
  await fay.getByText('you are logged in as').waitFor();
  await fay.getByRole('button', { name: 'Log out and go on' }).click();
  await fay.getByText('has an account here').waitFor();

  const gus = await pageFor(world, 'gus', { on: 'phone' });
  await gus.goto(`/invite?token=${token}`);
  await gus.getByRole('button', { name: 'Join Harbour Care' }).click();
  await gus.waitForURL('**/calendar/**');
  const { body } = await world.as.ben.get('/api/users?search=gus');
  expect(body).toMatchObject([{ full_name: 'Gus Weber', state: 'active' }]);
});

test('a code is made, copied from, and revoked', async () => {
  const world = await openLiveWorld();
  const ben = await pageFor(world, 'ben');
  await ben.goto('/people/invitations');
  await ben.getByRole('button', { name: 'Make a code' }).click();
  const dialog = ben.getByRole('dialog', { name: 'Make a code' });
  await dialog.getByLabel('For how many people').fill('3');
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  const code = ben.getByRole('group', { name: /^Code / });
  await code.getByText('0 of 3 used').waitFor();
  await code.getByRole('button', { name: 'Revoke' }).click();
  await code.getByText('Revoked').waitFor();
});
