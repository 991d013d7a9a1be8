import { beforeAll, expect, test } from 'vitest';
import { unsubscribeUrl } from '../server/notifications/module.ts';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import {
  countLoads,
  expectTruth,
  openLiveWorld,
  pageFor,
  pageOf,
  shoot,
  withBrowser,
} from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
let period: string;
beforeAll(async () => {
  world = await openLiveWorld();
  period = await openPeriod(world);
});

test('at a desk the bell counts what comes in, its drawer leads to the page and marks it as read', async () => {
  const cleo = await pageFor(world, 'cleo');
  const loads = countLoads(cleo);
  const bell = cleo.getByRole('button', { name: /^Notifications/ });
  await bell.waitFor();
  const dates = ['2026-12-01', '2026-12-02'];
  for (const date of dates) await approve(world, await asked(world, 'cleo', { period, date }));
  await cleo.getByRole('button', { name: 'Notifications, 2 unread' }).click();
  const drawer = cleo.getByRole('dialog', { name: 'Notifications' });
  await drawer.getByRole('link', { name: /^Approved: your shift on Wed, 2 December 2026/ }).click();
  await cleo.getByRole('heading', { name: 'My schedule', level: 1 }).waitFor();
  await drawer.waitFor({ state: 'detached' });
  await cleo.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
  expect(loads()).toBe(0);
});

test('on a phone the list is a page; all are read at once, then cleared', async () => {
  const dev = await pageFor(world, 'dev', { on: 'phone' });
  await approve(world, await asked(world, 'dev', { period, date: '2026-12-03' }));
  await dev.getByRole('link', { name: 'Notifications, 1 unread' }).click();
  await dev.getByText('Ben Lindqvist approved your shift.').waitFor();
  await shoot('notifications phone', [dev]);
  await dev.getByRole('button', { name: 'Mark all as read' }).click();
  await dev.getByRole('link', { name: 'Notifications', exact: true }).waitFor();
  await dev.getByText('Unread', { exact: true }).click();
  await dev.getByRole('heading', { name: 'All read' }).waitFor();
  await dev.getByText('All', { exact: true }).click();
  await dev.getByRole('button', { name: 'Clear' }).click();
  await dev.getByRole('dialog').getByRole('button', { name: 'Clear all' }).click();
  await dev.getByRole('heading', { name: 'Nothing yet' }).waitFor();
  await expectTruth(dev);
});

test('who is told how: a kind is switched off for mail, quiet hours are set and ended', async () => {
  const eli = await pageFor(world, 'eli');
  await eli.goto('/notifications');
  await eli.getByRole('link', { name: 'Preferences' }).click();
  const kind = eli.getByRole('group', { name: 'My request is approved or not' });
  const mail = kind.getByRole('switch', { name: 'E-mail' });
  expect(await mail.isChecked()).toBe(true);
  await mail.press('Space');
  await expectTruth(eli);
  expect(await mail.isChecked()).toBe(false);
  const always = eli.getByRole('group', { name: 'Password and sessions' });
  expect(await always.getByText('Always').count()).toBe(2);

  await eli.getByLabel('From: hours').fill('21');
  await eli.getByRole('button', { name: 'Set quiet hours' }).click();
  await eli.getByRole('button', { name: 'No quiet hours' }).waitFor();
  await expectTruth(eli);
  await eli.getByRole('button', { name: 'No quiet hours' }).click();
  await eli.getByRole('button', { name: 'Set quiet hours' }).waitFor();

  await approve(world, await asked(world, 'eli', { period, date: '2026-12-04' }));
  await eli.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
  const mails = await world.sql(`SELECT FROM message WHERE person_id = $1`, [world.ids.eli]);
  expect(mails).toEqual([]);
});

test('the link in a mail asks, and one button stops that kind of mail', async () => {
  const { app } = world.program;
  const [dev] = await world.sql<{ organisation_id: string }>(
    'SELECT organisation_id FROM person WHERE id = $1',
    [world.ids.dev],
  );
  const organisationId = dev?.organisation_id as string;
  const url = unsubscribeUrl(app, { organisationId, personId: world.ids.dev, kind: 'mention' });
  const page = await pageOf(world, { on: 'phone' });
  await page.goto(new URL(url).pathname);
  await page.getByText('“Someone writes @me”, by e-mail from Harbour Care.').waitFor();
  await shoot('unsubscribe', [page]);
  await page.getByRole('button', { name: 'Stop these mails' }).click();
  await page.getByRole('heading', { name: 'No more of these mails' }).waitFor();
  const { body } = await world.as.dev.get('/api/me/notification-preferences');
  const mention = body.kinds.find(({ kind }: { kind: string }) => kind === 'mention');
  expect(mention.channels).toMatchObject({ in_app: true, email: false });
});

test('@ offers people; who is chosen reads it', async () => {
  const cleo = await pageFor(world, 'cleo');
  await cleo.goto('/my-schedule?ask=2026-12-15');
  const dialog = cleo.getByRole('dialog', { name: 'Ask for a shift' });
  await dialog.getByLabel('From: hours').fill('06');
  await dialog.getByLabel('From: minutes').fill('00');
  await dialog.getByLabel('To: hours').fill('09');
  await dialog.getByLabel('To: minutes').fill('00');
  const notes = dialog.getByLabel('Notes (optional)');
  await notes.pressSequentially('Together with @de');
  await cleo.getByRole('option', { name: 'Dev Patel' }).waitFor();
  await shoot('mention', [cleo]);
  await notes.press('Enter');
  expect(await notes.inputValue()).toBe('Together with @Dev Patel ');
  await notes.pressSequentially('please');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  const dev = await pageFor(world, 'dev');
  await dev.goto('/notifications');
  const told = dev.getByRole('link', { name: /^Cleo Marsh mentions you on Cleo Marsh’s shift/ });
  await told.click();
  await dev.waitForURL('**/calendar/day/2026-12-15*');
});

test('every page of it is whole on a phone and at a desk', async () => {
  const pages = {
    phone: await pageFor(world, 'ben', { on: 'phone' }),
    desk: await pageFor(world, 'ben'),
  };
  await expectWhole(pages, '/notifications', 'Notifications');
  await expectWhole(pages, '/notification-preferences', 'Notification preferences');
  await expectWhole(pages, '/templates', 'Message templates');
  await expectWhole(pages, '/templates/shift-approved', 'Message template');
});
