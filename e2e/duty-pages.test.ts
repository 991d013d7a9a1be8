import { beforeAll, expect, test } from 'vitest';
import {
  assigned,
  makeDutyType,
  makeRoster,
  reason,
  unlock,
} from '../server/testing/duty-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { signedUp } from '../server/testing/registration-steps.ts';
import { reminderOf } from '../server/testing/reminder-steps.ts';
import { openLiveWorld, pageFor, pageOf, shoot, withBrowser } from './browser.ts';
import { expectWhole, type Pages } from './expect-whole.ts';

withBrowser();

let world: World;
let ben: Pages;
let cleo: Pages;
const places: Record<string, string> = {};
beforeAll(async () => {
  world = await openLiveWorld();
  await world.as.ada.patch('/api/organisation', { second_calendar: 'misri' });
  await world.as.ada.patch('/api/sun-settings', {
    ...{ name: 'Portsmouth', latitude: 50.8, longitude: -1.09, method: 'muslim_world_league' },
  });
  const duties = [
    await makeDutyType(world, {
      ...{ name: 'Azaan', sun: { event: 'maghrib', offset_minutes: 0, minutes: 15 } },
    }),
    await makeDutyType(world, { name: 'Door', start_time: '20:00', end_time: '22:00', people: 2 }),
  ];
  const roster = await makeRoster(world, duties, {
    ...{ name: 'Winter', start_date: '2026-11-16', end_date: '2026-12-06' },
  });
  const [first = '', door = ''] = duties;
  const one = await assigned(world, 'cleo', { roster, duty: first, date: '2026-11-21' });
  await assigned(world, 'cleo', { roster, duty: door, date: '2026-11-20' });
  await unlock(world, await assigned(world, 'dev', { roster, duty: door, date: '2026-11-22' }), {
    reason,
  });
  await world.as.ben.post('/api/signup-links', { roster, code: 'winter' });
  const signUp = await signedUp(world, { code: 'winter' }, { note: 'Not before nine' });
  const reminder = (await reminderOf(world, one))?.id ?? '';
  Object.assign(places, { roster, signUp, reminder });
  const both = async (who: string) => ({
    phone: await pageFor(world, who, { on: 'phone' }),
    desk: await pageFor(world, who),
  });
  [ben, cleo] = [await both('ben'), await both('cleo')];
});

const filled = (address: string) =>
  address.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '');

test.each([
  ['/duty/rosters', 'Rosters'],
  ['/duty/rosters/{roster}', 'Winter'],
  ['/duty/rosters/{roster}?as_of=2026-11-20T08%3A00%3A00Z', 'Winter'],
  ['/duty/rosters/{roster}/print', 'Print Winter'],
  ['/duty/rosters/{roster}/import', 'Read in duties'],
  ['/duty/types', 'Duties'],
  ['/duty/unlocks', 'Unlock log'],
  ['/duty/settings', 'Duty settings'],
  ['/reminders', 'Reminders'],
  ['/reminders?reminder={reminder}', 'Reminders', 'Reminder'],
  ['/registrations', 'Sign-ups'],
  ['/registrations?registration={signUp}', 'Sign-ups', 'Sign-up'],
  ['/registrations/links', 'Sign-up links'],
])('%s', async (address, heading, dialog?: string) => {
  await expectWhole(ben, filled(address), heading, dialog);
});

test.each([
  ['/duty/rosters', 'Rosters'],
  ['/duty/{roster}', 'Winter'],
  ['/my-schedule', 'My schedule'],
])('a member: %s', async (address, heading) => {
  await expectWhole(cleo, filled(address), heading);
});

test('a member reads the grid and changes nothing; admins’ pages do not exist for them', async () => {
  const { desk, phone } = cleo;
  await desk.goto(`/duty/rosters/${places.roster}`);
  await desk.getByRole('gridcell', { name: /^Sat 21 Nov, Azaan.*Cleo Marsh/ }).click();
  await desk.keyboard.type('dev');
  expect(await desk.getByRole('option').count()).toBe(0);
  expect(await desk.getByRole('button', { name: /Propose|Undo/ }).count()).toBe(0);
  await phone.goto(`/duty/rosters/${places.roster}`);
  await phone.getByRole('heading', { name: 'Your duties' }).waitFor();
  await phone.getByRole('button', { name: /^Azaan.*Cleo Marsh \(you\)/ }).click();
  await phone.getByRole('dialog', { name: /^Azaan, Sat 21 Nov/ }).waitFor();
  for (const page of ['/reminders', '/registrations', '/duty/unlocks', '/duty/settings']) {
    await desk.goto(page);
    await desk.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
  }
});

test('an admin on a phone taps a duty, sees who could, and puts someone on', async () => {
  const { phone } = ben;
  await phone.goto(`/duty/rosters/${places.roster}`);
  await phone
    .getByRole('region', { name: 'Monday, 30 November 2026' })
    .getByRole('button', { name: /^Door/ })
    .click();
  const sheet = phone.getByRole('dialog', { name: 'Door, Mon 30 Nov' });
  await shoot('cell on a phone', [phone]);
  await sheet.getByRole('button', { name: /^Eli Novak/ }).click();
  await phone
    .getByRole('region', { name: 'Monday, 30 November 2026' })
    .getByText('Eli Novak')
    .waitFor();
});

test('the public page, and a link that leads nowhere', async () => {
  const pages = { phone: await pageOf(world, { on: 'phone' }), desk: await pageOf(world) };
  await expectWhole(pages, '/sign-up/winter', 'Winter');
});

test('in Arabic from the right, the arrow keys too', async () => {
  const { desk, phone } = ben;
  for (const page of [desk, phone]) {
    await page.goto('/account');
    await page.evaluate(`localStorage.setItem('callboard-language', 'ar')`);
  }
  await desk.goto(`/duty/rosters/${places.roster}`);
  await desk.locator('html[dir=rtl]').waitFor();
  await desk.getByRole('grid').waitFor();
  await desk.locator('[data-row="8"][data-column="0"]').click();
  await desk.keyboard.press('ArrowLeft');
  await desk.locator('[data-row="8"][data-column="1"]:focus').waitFor();
  await shoot('arabic grid', [desk]);
  for (const [address, name] of [
    [`/duty/rosters/${places.roster}`, 'days'],
    ['/sign-up/winter', 'sign up'],
    [`/registrations?registration=${places.signUp}`, 'sign-up'],
  ] as const) {
    await phone.goto(address);
    await phone.locator('h1').waitFor();
    await phone
      .locator('[role=status][aria-label]')
      .first()
      .waitFor({ state: 'detached' })
      .catch(() => {});
    const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await phone.evaluate(tooWide), address).toBe(0);
    await shoot(`arabic ${name}`, [phone]);
  }
});
