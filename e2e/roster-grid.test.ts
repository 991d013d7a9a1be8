import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import {
  assigned,
  type Cell,
  makeDutyType,
  makeRoster,
  namesIn,
} from '../server/testing/duty-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { allow, countLoads, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
let roster: string;
let duties: string[];
let ben: Page;
let ada: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  const clock = [
    ['Opening', '06:00', '06:30', 1],
    ['Call', '12:30', '13:00', 1],
    ['Door', '17:00', '19:00', 2],
    ['Reading', '19:00', '19:30', 1],
    ['Closing', '21:00', '22:00', 1],
  ] as const;
  duties = [];
  for (const [name, start_time, end_time, people] of clock) {
    duties.push(await makeDutyType(world, { name, start_time, end_time, people }));
  }
  roster = await makeRoster(world, duties, {
    ...{ name: 'Winter', start_date: '2026-11-16', end_date: '2026-12-15' },
  });
  const period = await openPeriod(world);
  await approve(world, await asked(world, 'cleo', { period, date: '2026-12-01' }));
  ben = await pageFor(world, 'ben');
  ada = await pageFor(world, 'ada');
  await Promise.all([ben, ada].map((page) => page.goto(`/duty/rosters/${roster}`)));
  await Promise.all([ben, ada].map((page) => page.getByRole('grid').waitFor()));
});

const cell = (page: Page, where: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${where}, `) });
const inCell = (day: string, duty: number): Cell => ({
  ...{ roster, duty: duties[duty] ?? '', date: `2026-${day}` },
});
const alert = (page: Page, text: RegExp | string) =>
  page.getByRole('alert').filter({ hasText: text }).waitFor();
const shows = (page: Page, where: string, what: string) =>
  page.getByRole('gridcell', { name: new RegExp(`^${where}, .*: ${what}`) }).waitFor();

test('thirty dates by five duties stand on one screen', async () => {
  await cell(ben, 'Tue 15 Dec, Closing').waitFor();
  const scrolled = (on: string) => `${on}.scrollHeight - ${on}.clientHeight`;
  expect(await ben.evaluate(scrolled('document.documentElement'))).toBe(0);
  const grid = `document.querySelector('[role=grid]').parentElement`;
  expect(await ben.evaluate(scrolled(grid))).toBe(0);
  const box = await cell(ben, 'Tue 15 Dec, Closing').boundingBox();
  expect(box && box.y + box.height).toBeLessThanOrEqual(800);
  expect(box?.height).toBeGreaterThanOrEqual(24);
  await expectAccessible(ben, 'roster grid');
});

test('filled by the keyboard; the other admin sees it without a load, and it is undone', async () => {
  const loads = countLoads(ada);
  await cell(ben, 'Mon 30 Nov, Opening').click();
  await ben.keyboard.type('dev');
  await ben.getByRole('option', { name: /^Dev Patel/ }).waitFor();
  await ben.keyboard.press('Enter');
  await shows(ben, 'Mon 30 Nov, Opening', 'Dev Patel, locked');
  await shows(ada, 'Mon 30 Nov, Opening', 'Dev Patel, locked');

  await ben.keyboard.press('ArrowUp');
  await ben.keyboard.press('ArrowRight');
  await ben.keyboard.press('Enter');
  await ben.keyboard.type('eli');
  await ben.keyboard.press('Tab');
  await shows(ben, 'Mon 30 Nov, Call', 'Eli Novak, locked');
  await cell(ben, 'Mon 30 Nov, Door').and(ben.locator(':focus')).waitFor();
  await shows(ada, 'Mon 30 Nov, Call', 'Eli Novak, locked');

  await ben.keyboard.press('Control+z');
  await shows(ben, 'Mon 30 Nov, Call', 'free');
  await shows(ada, 'Mon 30 Nov, Call', 'free');
  await ben.keyboard.press('Control+y');
  await shows(ada, 'Mon 30 Nov, Call', 'Eli Novak, locked');
  expect(loads()).toBe(0);
  await expectTruth(ada);
});

test('what keeps someone is said before anything is written: in the list, and where they are dragged', async () => {
  await cell(ben, 'Tue 1 Dec, Opening').click();
  await ben.keyboard.type('c');
  const option = ben.getByRole('option', { name: /^Cleo Marsh/ });
  await option.getByText(/on a shift.*06:00–09:00/).waitFor();
  await expectAccessible(ben, 'names as you type');
  await ben.keyboard.press('Enter');
  await alert(ben, /Cleo Marsh: on a shift/);
  expect(await namesIn(world, inCell('12-01', 0))).toEqual([]);
  await ben.keyboard.press('Escape');

  const cleo = ben.getByRole('button', { name: /^Cleo Marsh/ });
  await cleo.hover();
  await ben.mouse.down();
  await cell(ben, 'Wed 2 Dec, Opening').hover();
  // A browser tells of being dragged over with the second move.
  await cell(ben, 'Tue 1 Dec, Opening').hover();
  await cell(ben, 'Tue 1 Dec, Opening').hover({ position: { x: 5, y: 5 } });
  await cell(ben, 'Tue 1 Dec, Opening')
    .getByText(/on a shift.*06:00–09:00/)
    .waitFor();
  await ben.mouse.up();
  expect(await namesIn(world, inCell('12-01', 0))).toEqual([]);

  await cleo.dragTo(cell(ben, 'Wed 2 Dec, Opening'));
  await shows(ben, 'Wed 2 Dec, Opening', 'Cleo Marsh, locked');
});

test('several cells: one person in those where they are free, unlocked with one reason', async () => {
  await cell(ben, 'Mon 30 Nov, Closing').click();
  for (let down = 0; down < 4; down += 1) await ben.keyboard.press('Shift+ArrowDown');
  await ben.getByText('5 cells selected · 5 free').waitFor();
  await ben.keyboard.type('cle');
  await ben.keyboard.press('Enter');
  await shows(ben, 'Fri 4 Dec, Closing', 'Cleo Marsh, locked');
  await shows(ada, 'Mon 30 Nov, Closing', 'Cleo Marsh, locked');

  await ben.keyboard.press('Delete');
  const dialog = ben.getByRole('dialog', { name: 'Unlock 5 duties?' });
  const unlock = dialog.getByRole('button', { name: 'Unlock 5' });
  await dialog.getByText('Cleo Marsh is told, with the reason.').waitFor();
  await dialog.getByLabel('Why?').fill('too short');
  expect(await unlock.isDisabled()).toBe(true);
  await dialog.getByText('1 more character').waitFor();
  await expectAccessible(ben, 'unlock');
  await dialog.getByLabel('Why?').fill('The hall is closed that week');
  await ben.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await shows(ada, 'Mon 30 Nov, Closing', 'free');
  expect(await namesIn(world, inCell('12-04', 4))).toEqual([]);

  await ben.keyboard.press('Control+z');
  await shows(ada, 'Fri 4 Dec, Closing', 'Cleo Marsh, locked');
});

test('both at the same cell: who was first is said to the other', async () => {
  allow(/^409 POST \/api\/duty-assignments/);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  await ada.route('**/api/duty-assignments', async (route) => {
    await held;
    await route.continue();
  });
  await cell(ada, 'Sat 5 Dec, Call').click();
  await ada.keyboard.type('eli');
  await ada.keyboard.press('Enter');
  await assigned(world, 'dev', inCell('12-05', 1));
  release();
  await alert(ada, 'Ben Lindqvist was first: Dev Patel is there now.');
  await shows(ada, 'Sat 5 Dec, Call', 'Dev Patel, locked');
  await ada.unroute('**/api/duty-assignments');
});

test('from cell to cell and in someone’s place, each with a reason', async () => {
  await shows(ben, 'Sat 5 Dec, Call', 'Dev Patel');
  const name = cell(ben, 'Sat 5 Dec, Call').getByText('Dev Patel');
  await name.dragTo(cell(ben, 'Sun 6 Dec, Call'));
  const move = ben.getByRole('dialog', { name: 'Move a locked duty?' });
  await move.getByLabel('Why?').fill('He is on the way on Saturday');
  await move.getByRole('button', { name: 'Move' }).click();
  await shows(ben, 'Sun 6 Dec, Call', 'Dev Patel, locked');
  await shows(ben, 'Sat 5 Dec, Call', 'free');

  await cell(ben, 'Sun 6 Dec, Call').click();
  await ben.keyboard.type('eli');
  await ben.keyboard.press('Enter');
  const replace = ben.getByRole('dialog', { name: 'Put someone else on a locked duty?' });
  await replace.getByText('Dev Patel and Eli Novak are told, with the reason.').waitFor();
  await replace.getByLabel('Why?').fill('Dev asked to be let off');
  await replace.getByRole('button', { name: 'Put on instead' }).click();
  await shows(ben, 'Sun 6 Dec, Call', 'Eli Novak, locked');

  await ben.goto(`/duty/unlocks?roster=${roster}`);
  await ben.getByText('Dev asked to be let off').waitFor();
  await ben.getByText('He is on the way on Saturday').waitFor();
  // The first that was undone, five with one reason, the move and the replacement.
  expect(await ben.getByRole('article').count()).toBe(8);
});

test('a click takes hold of a name, the next ones put it on; what is proposed is accepted in part', async () => {
  await ben.goto(`/duty/rosters/${roster}`);
  await ben.getByRole('button', { name: /^Ada Okafor/ }).click();
  await ben.getByText('Click cells to put Ada Okafor on').waitFor();
  await cell(ben, 'Mon 7 Dec, Door').click();
  await shows(ben, 'Mon 7 Dec, Door', 'Ada Okafor, 1 more needed');
  await ben.keyboard.press('Escape');
  await ben.getByText('Click cells to put Ada Okafor on').waitFor({ state: 'detached' });
});

test('the roster as it stood before', async () => {
  const before = '2026-11-20T08:30:00.000Z';
  const late = await pageFor(world, 'cleo');
  await late.goto(`/duty/rosters/${roster}?as_of=${encodeURIComponent(before)}`);
  await late.getByText('As it stood on 20 Nov, 08:30').waitFor();
  await shows(late, 'Mon 7 Dec, Door', 'free');
  await late.getByRole('button', { name: 'Back to now' }).click();
  await shows(late, 'Mon 7 Dec, Door', 'Ada Okafor');
});
