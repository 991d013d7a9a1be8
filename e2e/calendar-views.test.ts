import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '../server/testing/open-world.ts';
import { approve, asked, openPeriod } from '../server/testing/rota-steps.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
let desk: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  const period = await openPeriod(world, { start_date: '2026-11-01', name: 'Both months' });
  const night = { period, date: '2026-11-25', start: '22:00', end: '06:00', overnight: true };
  await approve(world, await asked(world, 'dev', night));
  await approve(world, await asked(world, 'cleo', { period, date: '2026-11-24' }));
  await asked(world, 'cleo', { period, date: '2026-11-27', start: '21:00', end: '22:00' });
  desk = await pageFor(world, 'ben');
});

test('month, week and day by their letters, around the same date', async () => {
  const views = desk.getByRole('navigation', { name: 'Calendar by' });
  await views.waitFor();
  await desk.keyboard.press('w');
  await desk.getByRole('heading', { name: 'Week 47', level: 1 }).waitFor();
  await desk.keyboard.press(']');
  await desk.getByRole('heading', { name: 'Week 48', level: 1 }).waitFor();
  expect(new URL(desk.url()).pathname).toBe('/calendar/week/2026/48');
  await desk.keyboard.press('d');
  await desk.getByRole('heading', { name: 'Monday, 23 November 2026', level: 1 }).waitFor();
  expect(new URL(desk.url()).pathname).toBe('/calendar/day/2026-11-23');
  await desk.keyboard.press('m');
  await desk.getByRole('heading', { name: 'November 2026', level: 1 }).waitFor();
});

test('a night shift goes on in the next day; what is open asks for exactly that', async () => {
  await desk.goto('/calendar/week/2026/48');
  const wednesday = desk.getByRole('region', { name: 'Wednesday, 25 November 2026' });
  const thursday = desk.getByRole('region', { name: 'Thursday, 26 November 2026' });
  const night = 'Dev Patel 22:00–06:00 +1';
  await wednesday.getByRole('button', { name: night, exact: true }).waitFor();
  await thursday
    .getByRole('button', { name: /^Dev Patel 22:00–06:00 \+1 since the day before/ })
    .click();
  await desk.getByRole('dialog', { name: 'Shift' }).getByText('Dev Patel').first().waitFor();
  await desk.keyboard.press('Escape');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
  await thursday.getByRole('button', { name: /^Evening open 21:00–22:00: ask/ }).click();
  const dialog = desk.getByRole('dialog', { name: 'Ask for a shift' });
  await dialog.getByText('1 h', { exact: true }).waitFor();
  expect(await dialog.getByLabel('Date').inputValue()).toBe('2026-11-26');
  await desk.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('dragging over empty time asks for it, to the quarter of an hour', async () => {
  const cleo = await pageFor(world, 'cleo');
  await cleo.goto('/calendar/week/2026/48');
  const friday = cleo.getByRole('region', { name: 'Friday, 27 November 2026' });
  await friday.scrollIntoViewIfNeeded();
  const hours = await cleo.getByRole('region', { name: 'Hours of week 48' }).boundingBox();
  const day = await friday.boundingBox();
  if (!hours || !day) throw new Error('The grid is not shown.');
  const at = (minutes: number) => day.y + (day.height * minutes) / (24 * 60);
  const x = day.x + day.width / 2;
  expect(at(10 * 60)).toBeGreaterThan(hours.y);
  await cleo.mouse.move(x, at(10 * 60 + 4));
  await cleo.mouse.down();
  await cleo.mouse.move(x, at(11 * 60), { steps: 4 });
  await friday.getByText('10:00–11:00').waitFor();
  await cleo.mouse.move(x, at(13 * 60 + 20), { steps: 4 });
  await friday.getByText('10:00–13:30').waitFor();
  await cleo.mouse.up();
  const dialog = cleo.getByRole('dialog', { name: 'Ask for a shift' });
  await dialog.getByText('3 h 30 min', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await friday.getByRole('button', { name: /You 10:00–13:30 · waiting/ }).waitFor();
  await expectTruth(cleo);
});

test('both nights of the clock change are said, in the week and on the day', async () => {
  const phone = await pageFor(world, 'cleo', { on: 'phone' });
  for (const [week, day, name, sentence] of [
    ['2027/12', '2027-03-28', 'Sun 28 Mar', 'clocks skip the hour from 01:00.'],
    ['2027/43', '2027-10-31', 'Sun 31 Oct', 'clocks show the hour from 01:00 twice.'],
  ]) {
    await desk.goto(`/calendar/week/${week}`);
    await desk.getByText(`${name}: the ${sentence}`).waitFor();
    await phone.goto(`/calendar/week/${week}`);
    await phone.getByText(`The ${sentence}`).waitFor();
    for (const page of [desk, phone]) {
      await page.goto(`/calendar/day/${day}`);
      await page.getByText(`The ${sentence}`).waitFor();
    }
  }
  await desk.goto('/calendar/week/2027/13');
  await desk.getByRole('region', { name: 'Hours of week 13' }).waitFor();
  expect(await desk.getByText(/clocks (skip|show)/).count()).toBe(0);
});

test.each([
  ['/calendar/week/2026/48', 'Week 48'],
  ['/calendar/day/2026-11-26', 'Thursday, 26 November 2026'],
])('%s', async (address, heading) => {
  const pages = { phone: await pageFor(world, 'ben', { on: 'phone' }), desk };
  await expectWhole(pages, address, heading);
});
