import { expect, test } from 'vitest';
import { allow, expectTruth, openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';

withBrowser();

test('an admin says it in own words, sees what becomes of them, and goes back to the usual ones', async () => {
  const world = await openLiveWorld();
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Templates' }).click();
  await ben.getByRole('link', { name: /^Approved: your shift on/ }).click();
  const preview = ben.getByRole('region', { name: 'Preview' });
  await preview.getByRole('heading', { name: /^Approved: your shift on Tue/ }).waitFor();

  const subject = ben.getByLabel('Subject');
  await subject.fill('You are on: ');
  await ben.getByRole('group', { name: 'Variables' }).getByText('date', { exact: true }).click();
  expect(await subject.inputValue()).toBe('You are on: {{date}}');
  await preview.getByRole('heading', { name: 'You are on: Tue, 1 December 2026' }).waitFor();

  allow(/^400 POST/);
  await subject.fill('You are on: {{dat}}');
  await preview.getByText('There is no {{dat}} in this message.').waitFor();
  await subject.fill('You are on: {{date}}');
  await preview.getByRole('alert').waitFor({ state: 'detached' });
  await ben.getByRole('button', { name: 'Save' }).click();
  await ben.getByRole('button', { name: 'Use the usual words' }).waitFor();
  await shoot('template', [ben]);
  await expectTruth(ben);

  await ben.getByRole('button', { name: 'Use the usual words' }).click();
  await ben.getByText('These are the usual words.').waitFor();
  expect(await subject.inputValue()).toBe('Approved: your shift on {{date}}, {{time}}');
});
