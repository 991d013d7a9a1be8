import { beforeAll, expect, test } from 'vitest';
import { runDue, takes } from '../server/assistant/testing.ts';
import type { World } from '../server/testing/open-world.ts';
import { openPeriod } from '../server/testing/rota-steps.ts';
import { until } from '../server/testing/until.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible, expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
beforeAll(async () => {
  world = await openLiveWorld();
  const dates = { start_date: '2026-11-02', end_date: '2026-11-25' };
  const period = await openPeriod(world, { name: 'November', ...dates });
  for (const date of ['2026-11-03', '2026-11-10', '2026-11-17']) {
    await takes(world, 'dev', { period, date, start: '21:00', end: '22:00' });
    await takes(world, 'cleo', { period, date });
  }
  await runDue(world);
  // Monday, a quarter past two: patterns have been counted.
  world.clock.advance({ hours: 65, minutes: 15 });
  await runDue(world);
});

test('a gap says who could take it and why; one of them is put on, at a desk and on a phone', async () => {
  const desk = await pageFor(world, 'ben');
  await desk.getByRole('link', { name: 'Gaps' }).click();
  await desk.getByText('6 windows open in the next 14 days.').waitFor();
  const evening = desk.getByRole('article', { name: 'Evening, Tue 24 Nov' });
  await evening.getByText('Evening open 21:00–22:00').waitFor();
  const people = evening.getByRole('list', { name: 'Who could take it, best first' });
  const [first = ''] = await people.getByRole('listitem').allTextContents();
  expect(first).toContain('Dev Patel');
  expect(first).toContain('usually works Tuesdays (3 in 3 weeks) at this hour');

  const putOn = evening.getByRole('button', { name: 'Put on: Dev Patel, Tue 24 Nov, Evening' });
  await putOn.focus();
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog', { name: 'Ask for a shift' });
  const whoIsOn = dialog.getByRole('combobox', { name: 'Who is on' });
  await until('their name', async () => (await whoIsOn.inputValue()) === 'Dev Patel');
  expect(await dialog.getByLabel('From: hours').inputValue()).toBe('21');
  await expectAccessible(desk, 'put on');
  await dialog.getByRole('button', { name: 'Put them on' }).click();
  await evening.waitFor({ state: 'detached' });
  await expectTruth(desk);

  const phone = await pageFor(world, 'ben', { on: 'phone' });
  await phone.getByRole('link', { name: 'More' }).tap();
  await phone.getByRole('link', { name: 'Gaps' }).tap();
  const morning = phone.getByRole('article', { name: 'Morning, Tue 24 Nov' });
  await morning.getByRole('button', { name: 'Put on: Cleo Marsh, Tue 24 Nov, Morning' }).tap();
  await phone.getByRole('button', { name: 'Put them on' }).tap();
  await morning.waitFor({ state: 'detached' });
  await expectWhole({ phone, desk }, '/gaps', 'Gaps');
  await phone.getByRole('button', { name: 'Look 62 days ahead' }).tap();
  await phone.getByText('4 windows open in the next 62 days.').waitFor();
});

test('patterns: an admin reads everyone’s, a person their own', async () => {
  const desk = await pageFor(world, 'ben');
  await desk.getByRole('link', { name: 'Patterns' }).click();
  const dev = desk.getByRole('article', { name: 'Dev Patel' });
  await dev.getByText('1 h a week · 1 h a shift · 3 shifts in 3 weeks').waitFor();
  const days = await dev.getByRole('listitem').allTextContents();
  expect(days.slice(0, 3)).toEqual(['Mon–', 'Tue3 of 3', 'Wed–']);
  await dev.getByText('Usually begins from 21:00 (3 times).').waitFor();
  expect(await desk.getByRole('article').count()).toBe(2);

  const phone = await pageFor(world, 'cleo', { on: 'phone' });
  await expectWhole({ phone, desk }, '/patterns', 'Patterns');
  expect(await phone.getByRole('article').allTextContents()).toHaveLength(1);
  await phone.getByRole('article', { name: 'Cleo Marsh' }).waitFor();
  await phone.goto('/gaps');
  await phone.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
});
