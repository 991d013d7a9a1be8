import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { booked, primeTime, reservationOf } from '../server/testing/booking-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { allow, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
let ben: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  ben = await pageFor(world, 'ben');
});

const statusOf = async (id: string) => (await reservationOf(world, id)).status;
const row = (name: string) => ben.getByRole('article', { name: new RegExp(name) });
const dialog = (name: string) => ben.getByRole('dialog', { name, exact: true });

test('prime time is painted on the week, or added for several days by its form; it is moved, and off', async () => {
  await ben.goto('/booking/prime-time');
  const friday = ben.getByRole('region', { name: 'Friday' });
  const box = await friday.boundingBox();
  if (!box) throw new Error('no Friday');
  // From seven to seven the column has twelve hours: paint from two to four.
  const at = (hour: number) => box.y + ((hour - 7) / 12) * box.height;
  await ben.mouse.move(box.x + 40, at(14) + 4);
  await ben.mouse.down();
  await ben.mouse.move(box.x + 40, at(15));
  await ben.mouse.move(box.x + 40, at(16) - 4);
  await friday.getByText('14:00–16:00').waitFor();
  await ben.mouse.up();
  await friday.getByRole('button', { name: 'Friday 14:00–16:00' }).waitFor();

  await ben.getByRole('button', { name: 'Add prime time' }).click();
  const add = dialog('Add prime time');
  for (const day of ['Mon', 'Tue']) await add.getByText(day, { exact: true }).click();
  await add.getByRole('spinbutton', { name: 'From: hours' }).pressSequentially('0900');
  await add.getByRole('spinbutton', { name: 'To: hours' }).pressSequentially('1100');
  await expectAccessible(ben, 'add prime time');
  await add.getByRole('button', { name: 'Add' }).click();
  await ben.getByRole('button', { name: 'Tuesday 09:00–11:00' }).click();
  const edit = dialog('Change prime time');
  await edit.getByRole('switch', { name: 'Active' }).uncheck();
  await edit.getByRole('button', { name: 'Save' }).click();
  await ben.getByRole('button', { name: /Tuesday 09:00–11:00.*Off/ }).waitFor();
  await ben.getByRole('button', { name: 'Monday 09:00–11:00' }).click();
  await edit.getByRole('button', { name: 'Delete' }).click();
  await ben.getByRole('button', { name: 'Monday 09:00–11:00' }).waitFor({ state: 'detached' });
  const { body } = await world.as.ben.get('/api/reservations/admin/primetime');
  expect(body).toMatchObject([
    { weekday: 1, start_time: '09:00:00', end_time: '11:00:00', is_active: false },
    { weekday: 4, start_time: '14:00:00', end_time: '16:00:00', is_active: true },
  ]);
});

test('the queue by keys, several at once; whoever asked sees it at once', async () => {
  allow(/^409 POST .*\/approve$/);
  await primeTime(world, 2, '07:00', '19:00');
  const first = await booked(world, 'cleo', { date: '2026-12-02', start: '10:00', end: '11:00' });
  const others: string[] = [];
  for (const [who, start, end] of [
    ['dev', '11:00', '12:00'],
    ['eli', '12:00', '13:00'],
    ['cleo', '13:00', '14:00'],
  ] as const) {
    others.push(await booked(world, who, { date: '2026-12-02', start, end }));
  }
  const cleo = await pageFor(world, 'cleo', { on: 'phone' });
  await cleo.goto('/booking/calendar/day/2026-12-02');
  await cleo.getByRole('button', { name: /^10:00–11:00 Yours Waiting/ }).waitFor();

  await ben.goto('/booking/desk');
  await ben.getByRole('link', { name: /^4 wait for a decision/ }).click();
  await ben.getByText('4 reservations waiting, soonest first').waitFor();
  await ben.keyboard.press('a');
  await cleo.getByRole('button', { name: /^10:00–11:00 Yours Booked/ }).waitFor();
  await expectTruth(cleo);
  expect(await statusOf(first)).toBe('CONFIRMED');

  await ben.keyboard.press('x');
  await ben.keyboard.press('Shift+J');
  await ben.getByText('2 selected').waitFor();
  await ben.keyboard.press('r');
  const reject = dialog('Reject the selected');
  await reject.getByLabel('Reason').fill('The floor is painted.');
  await expectAccessible(ben, 'reject in bulk');
  await reject.getByRole('button', { name: 'Reject 2' }).click();
  await ben.getByText('1 reservation waiting, soonest first').waitFor();
  expect([await statusOf(others[0] ?? ''), await statusOf(others[1] ?? '')]).toEqual([
    'REJECTED',
    'REJECTED',
  ]);
  await ben.keyboard.press('o');
  const read = dialog('Reservation');
  await read.getByRole('button', { name: 'Reject' }).click();
  await dialog('Reject the reservation').getByLabel('Reason').fill('That one too.');
  await dialog('Reject the reservation').getByRole('button', { name: 'Reject' }).click();
  await read.getByText('That one too.').waitFor();
  await read.getByRole('button', { name: 'Close' }).click();
  await ben.getByText('Nothing waits').waitFor();
  await expectTruth(ben);
});

test('what someone else decided meanwhile comes back with its sentence', async () => {
  allow(/^409 POST .*\/approve$/);
  const id = await booked(world, 'eli', { date: '2026-12-09', start: '10:00', end: '11:00' });
  await ben.goto('/booking/approvals');
  await row('Eli Novak').waitFor();
  // Ben hears nothing of it: what he sees is old.
  await ben.routeWebSocket('**/api/ws', () => {});
  await ben.reload();
  await row('Eli Novak').waitFor();
  await world.as.ada.post(`/api/reservations/${id}/approve`, { action: 'approve' });
  await row('Eli Novak').getByRole('button', { name: 'Approve' }).click();
  await ben.getByRole('alert').filter({ hasText: 'Not done' }).waitFor();
  await ben.getByText('Nothing waits').waitFor();
});

test('the table is searched, filtered and sorted, and its address can be sent', async () => {
  await ben.goto('/booking/reservations');
  await ben.getByLabel('Search').fill('floor');
  await ben.waitForURL(/search=floor/);
  await ben.getByRole('row').nth(3).waitFor({ state: 'detached' });
  expect(await ben.getByRole('cell', { name: 'The floor is painted.' }).count()).toBe(2);
  await ben.getByRole('button', { name: /^When/ }).click();
  await ben.getByRole('columnheader', { name: /^When/ }).waitFor();
  await ben.waitForURL(/sort=starts_at/);
  await ben.getByRole('row').nth(1).getByText('Dev Patel').waitFor();
  await expectTruth(ben);
  await ben.getByRole('button', { name: 'Clear' }).click();
  await ben.getByRole('row').nth(4).waitFor();
});

test('settings hold for all, a resource has its own; what contradicts itself is said at its field', async () => {
  allow(/^400 (PUT|PATCH|POST) /);
  await ben.goto('/booking/settings');
  await ben.getByLabel('Length of a slot (minutes)').fill('30');
  await ben.getByLabel('Shortest (minutes)').fill('45');
  await ben.getByRole('button', { name: 'Save' }).click();
  await ben.getByText('A slot must be a stay that is allowed: 45 to 720 minutes.').waitFor();
  await ben.getByLabel('Shortest (minutes)').fill('30');
  await ben.getByRole('button', { name: 'Save' }).click();
  await ben.getByText('Saved.').first().waitFor();

  await ben.getByRole('link', { name: 'Resources' }).click();
  await ben.getByRole('button', { name: 'Add a resource' }).click();
  const add = dialog('Add a resource');
  await add.getByLabel('Name').fill('Van');
  await add.getByLabel('How many at a time').fill('2');
  await add.getByRole('button', { name: 'Settings of its own' }).click();
  await add.getByLabel('Longest (minutes)').fill('120');
  await expectAccessible(ben, 'add a resource');
  await add.getByRole('button', { name: 'Add' }).click();
  const van = ben.getByRole('article', { name: 'Van' });
  await van.getByText('Own settings').waitFor();
  await van.getByText('open 07:00–19:00 · 2 at a time').waitFor();
  const [made] = (await world.as.ben.get('/api/resources')).body.filter(
    (one: { name: string }) => one.name === 'Van',
  );
  expect(made.settings).toMatchObject({ slot_duration_minutes: 30, stay_minutes_max: 120 });
  await van.getByRole('button', { name: 'Delete' }).click();
  await dialog('Delete the resource?').getByRole('button', { name: 'Delete' }).click();
  await van.waitFor({ state: 'detached' });
});

test('a rule of approval is put together, read as a sentence, tried, saved, switched off', async () => {
  await ben.goto('/approval-rules');
  await ben.getByRole('button', { name: 'Add a rule' }).click();
  const form = dialog('Add a rule');
  await form.getByLabel('Name').fill('Long evenings');
  await form.getByRole('switch', { name: 'At some times of the week' }).check();
  for (const day of ['Thu', 'Fri']) await form.getByText(day, { exact: true }).click();
  await form.getByRole('switch', { name: 'More than so many hours' }).check();
  const sentence =
    'A reservation waits for an admin when it reaches into Thu and Fri, 18:00–21:00 and it takes more than 2 h.';
  await form.getByText(sentence).waitFor();
  await form.getByRole('button', { name: 'What if …' }).click();
  await form.getByText('It would be approved at once').waitFor();
  await form.getByRole('spinbutton', { name: 'To: hours' }).last().fill('21');
  await form.getByText('It would wait for an admin').waitFor();
  await form.getByText(/^Long evenings: it reaches into Friday from 18:00 to 21:00/).waitFor();
  await form.getByRole('button', { name: 'On the last requests' }).click();
  await form.getByText(/ would have waited\.$|^Nothing was asked for yet/).waitFor();
  await expectAccessible(ben, 'what if');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const rule = ben.getByRole('article', { name: 'Long evenings' });
  await rule.getByText(sentence).waitFor();
  await rule.getByRole('switch').press(' ');
  await ben.getByRole('switch', { name: 'Long evenings is active', checked: false }).waitFor();
  await rule.getByRole('button', { name: 'Delete' }).click();
  await dialog('Delete the rule?').getByRole('button', { name: 'Delete' }).click();
  await rule.waitFor({ state: 'detached' });
});
