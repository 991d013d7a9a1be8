import { expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { until } from '../server/testing/until.ts';
import { countLoads, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';

withBrowser();

test('a person asks on the phone, an admin approves at a desk, and everyone sees it', async () => {
  const world = await openLiveWorld();
  const period = await openPeriod(world);
  await approve(world, await asked(world, 'dev', { period, start: '20:30', end: '22:00' }));

  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  const ben = await pageFor(world, 'ben');
  await ben.getByRole('link', { name: 'Queue' }).click();
  await ben.getByText('Nothing waits').waitFor();
  const loads = [countLoads(cleo), countLoads(ben)];

  await cleo.getByRole('button', { name: 'Next month' }).click();
  await cleo.getByRole('heading', { name: 'December 2026', level: 1 }).waitFor();
  const first = cleo.getByRole('button', { name: /^Tuesday, 1 December 2026/ });
  expect(await first.getAttribute('aria-label')).toContain('Partly covered');
  await first.click();
  await cleo
    .getByRole('region', { name: 'Tuesday, 1 December 2026' })
    .getByText('Ask for a shift')
    .click();
  const dialog = cleo.getByRole('dialog', { name: 'Ask for a shift' });
  await dialog.getByRole('button', { name: 'Morning 06:00–09:00' }).click();
  await dialog.getByLabel('Notes').fill('I have the keys.');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const day = cleo.getByRole('region', { name: 'Tuesday, 1 December 2026' });
  await day.getByRole('button', { name: /Cleo Marsh \(you\).*Waiting/ }).waitFor();

  const request = ben.getByRole('article', { name: 'Cleo Marsh, Tue 1 Dec, 06:00–09:00' });
  await request.getByText('Covers Morning').waitFor();
  await request.getByText('I have the keys.').waitFor();
  expect(await request.getAttribute('aria-current')).toBe('true');
  await ben.keyboard.press('a');
  await ben.getByText('Nothing waits').waitFor();

  await cleo.getByRole('button', { name: /^Tuesday, 1 December 2026, Covered,/ }).waitFor();
  await day.getByText('Waiting').waitFor({ state: 'detached' });
  expect(await day.getByRole('listitem').allTextContents()).toEqual([
    'Morning 06:00–09:00Covered',
    'Evening 21:00–22:00Covered',
  ]);
  await expectTruth(cleo);
  await expectTruth(ben);

  await until('the mail', async () => (await sentTo(world, 'cleo')).includes('shift-approved'));
  await ben.getByRole('link', { name: 'Mailbox' }).click();
  await ben
    .getByRole('link', { name: /Cleo Marsh.*Approved: your shift on Tue, 1 December 2026.*sent/ })
    .click();
  await ben.getByText('To Cleo Marsh <cleo@harbour.example>').waitFor();
  const html = ben.frameLocator('iframe[title^="Message: Approved"]').locator('body');
  await html.getByText('Ben Lindqvist approved your shift.').waitFor();
  await html.getByRole('link', { name: 'See my schedule' }).waitFor();
  await ben.getByRole('tab', { name: 'Text' }).click();
  const text = await ben.getByRole('tabpanel', { name: 'Text' }).textContent();
  expect(text).toContain('Ben Lindqvist approved your shift. It is on the schedule.');
  expect(text).toContain('Time: 06:00–09:00');

  await ben.getByRole('link', { name: 'Calendar' }).click();
  await ben.getByRole('button', { name: 'Next month' }).click();
  await ben.getByRole('gridcell', { name: /^Tuesday, 1 December 2026. Covered/ }).press('Enter');
  await ben.getByRole('button', { name: /Cleo Marsh/ }).click();
  const shift = ben.getByRole('dialog', { name: 'Shift' });
  const history = shift.getByRole('region', { name: 'History' });
  await history.getByText('Ben Lindqvist approved it').waitFor();
  await history.getByText('Cleo Marsh asked for it').waitFor();
  await expectTruth(ben);
  expect(loads.map((count) => count())).toEqual([0, 0]);
});

async function sentTo(world: World, who: string): Promise<string[]> {
  const sent = (await world.messages()).filter(({ status }) => status === 'sent');
  return sent.filter(({ address }) => address.startsWith(who)).map(({ template }) => template);
}
