import type { Page } from 'playwright-core';
import { beforeAll, test } from 'vitest';
import { tokenOf } from '../server/testing/answer-steps.ts';
import { makeDutyType, makeRoster } from '../server/testing/duty-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { reminderOf } from '../server/testing/reminder-steps.ts';
import { until } from '../server/testing/until.ts';
import {
  allow,
  expectTruth,
  openLiveWorld,
  pageFor,
  pageOf,
  shoot,
  withBrowser,
} from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
let roster: string;
let duty: string;
let phone: Page;
let desk: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  duty = await makeDutyType(world, { name: 'Azaan', start_time: '18:00', end_time: '18:30' });
  const door = await makeDutyType(world, { name: 'Door', start_time: '19:00', end_time: '20:00' });
  roster = await makeRoster(world, [duty, door], { name: 'Ramadan 1448' });
  phone = await pageOf(world, { on: 'phone' });
  desk = await pageFor(world, 'ben');
});

const record = async (page: Page) => {
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('timer').filter({ hasText: '0:02' }).waitFor();
};

test('an admin makes a link for a roster', async () => {
  await desk.getByRole('link', { name: 'Sign-ups' }).click();
  await desk.getByText('Nobody has signed up yet').waitFor();
  await desk.getByRole('main').getByRole('link', { name: 'Sign-up links' }).first().click();
  await desk.getByRole('button', { name: 'Make a link' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Make a link' });
  await dialog.getByRole('combobox', { name: 'For which roster' }).click();
  await desk.getByRole('option', { name: 'Ramadan 1448' }).click();
  await dialog.getByLabel(/^Its end/).fill('ramadan-1448');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  await desk.getByText(/\/sign-up\/ramadan-1448$/).waitFor();
  await desk.getByRole('link', { name: 'Sign-ups' }).first().click();
});

test('a volunteer records an audition on a phone and signs up; each refusal stands at its field', async () => {
  allow(/^400 POST \/api\/registrations/);
  await phone.goto('/sign-up/ramadan-1448');
  await phone.getByRole('heading', { name: 'Ramadan 1448', level: 1 }).waitFor();
  await record(phone);
  await expectAccessible(phone, 'recording');
  await phone.getByRole('button', { name: 'Stop' }).click();
  const audition = phone.getByLabel('Audition 1', { exact: true });
  await audition.waitFor();
  await record(phone);
  await phone.getByRole('button', { name: 'Stop' }).click();
  await phone.getByLabel('Audition 2', { exact: true }).waitFor();
  await phone.getByRole('button', { name: 'Take out audition 2' }).click();
  await phone.getByLabel('Audition 2', { exact: true }).waitFor({ state: 'detached' });

  await phone.getByLabel('Your name').fill('Nia Brandt');
  await phone.getByLabel('E-mail').fill('nia@volunteers.example');
  await phone.getByLabel('Phone').fill('0770');
  await phone.getByText('Azaan · 18:00').click();
  await phone.getByRole('button', { name: 'Friday, 25 December 2026' }).click();
  await phone.getByText('Not on 1 day').waitFor();
  await phone.getByRole('button', { name: 'Sign up', exact: true }).click();
  await phone.getByLabel('Phone').and(phone.locator('[aria-invalid=true]:focus')).waitFor();
  await expectAccessible(phone, 'sign up refused');
  await phone.getByLabel('Phone').fill('+44 7700 900555');
  await phone.getByRole('button', { name: 'Sign up', exact: true }).click();
  await phone.getByRole('heading', { name: 'Thank you, Nia!' }).waitFor();
  await phone.getByText('Your audition came along.').waitFor();
  await expectAccessible(phone, 'signed up');

  await phone.getByRole('button', { name: 'Sign someone else up' }).click();
  await phone.getByLabel('Your name').fill('Nia Brandt');
  await phone.getByLabel('E-mail').fill('nia@volunteers.example');
  await phone.getByLabel('Phone').fill('+44 7700 900555');
  await phone.getByRole('button', { name: 'Sign up', exact: true }).click();
  await phone.getByLabel('E-mail').and(phone.locator('[aria-invalid=true]')).waitFor();
});

test.each([
  ['NotAllowedError', 'The browser was not allowed to use the microphone.'],
  ['NotFoundError', 'No microphone was found'],
])(
  '%s: a file can be chosen instead; what is no recording is refused at its field',
  async (name, sentence) => {
    allow(/^415 POST \/api\/registrations/);
    const page = await pageOf(world, { on: 'phone' });
    await page.addInitScript(
      `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${name}'))`,
    );
    await page.goto('/sign-up/ramadan-1448');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    const file = (text: string, bytes: number) => ({
      ...{ name: text, mimeType: 'audio/mpeg', buffer: Buffer.alloc(bytes, 'no sound') },
    });
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles(file('long.mp3', 10 * 1024 * 1024 + 1));
    await page.getByText('long.mp3 is larger than 10 MB.').waitFor();
    await chooser.setInputFiles(file('song.mp3', 2_000));
    await page.getByLabel('Audition 1', { exact: true }).waitFor();
    await page.getByLabel('Your name').fill('Omar Reyes');
    await page.getByLabel('E-mail').fill(`${name}@volunteers.example`);
    await page.getByLabel('Phone').fill('+44 7700 900556');
    await page.getByRole('button', { name: 'Sign up', exact: true }).click();
    await shoot(`no recording ${name}`, [page]);
    await page
      .getByRole('alert')
      .filter({ hasText: /song\.mp3|recording/ })
      .waitFor();
  },
);

test('the admin hears it, accepts by the keyboard, and it is in the grid’s names', async () => {
  const row = desk.getByRole('article', { name: 'Nia Brandt' });
  await row.getByText('1 audition').waitFor();
  await desk.keyboard.press('o');
  const dialog = desk.getByRole('dialog', { name: 'Sign-up' });
  const player = dialog.getByLabel('Audition 1', { exact: true });
  await player.waitFor();
  const heard = `document.querySelector('[role=dialog] audio').duration`;
  await until('the recording', async () => Number(await desk.evaluate(heard)) > 1);
  await dialog.getByText('Azaan', { exact: true }).waitFor();
  await expectAccessible(desk, 'sign-up read');
  await desk.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await desk.keyboard.press('a');
  await desk
    .getByRole('dialog', { name: 'Accept Nia Brandt?' })
    .getByRole('button', { name: 'Accept' })
    .click();
  await desk.getByText('Accepted: Nia Brandt is told.').first().waitFor();
  await row.waitFor({ state: 'detached' });
  await expectTruth(desk);

  await desk.goto(`/duty/rosters/${roster}`);
  await desk.getByRole('gridcell', { name: /^Wed 2 Dec, Azaan/ }).click();
  await desk.keyboard.type('nia');
  await desk.getByRole('option', { name: /Nia Brandt.*Asked for this duty/ }).waitFor();
  await desk.keyboard.press('Enter');
  await desk.getByRole('gridcell', { name: /^Wed 2 Dec, Azaan.*Nia Brandt, locked/ }).waitFor();
});

test('what is proposed stands in the cells with why; some is accepted, the rest closed', async () => {
  await desk.getByRole('button', { name: 'Propose' }).click();
  const panel = desk.getByRole('complementary', { name: 'Proposal' });
  await panel.getByText(/proposed; nothing is written yet/).waitFor();
  await desk.getByRole('gridcell', { name: /^Thu 3 Dec, Azaan.*Proposed: Nia Brandt/ }).waitFor();
  await expectAccessible(desk, 'proposal');
  await panel.getByRole('checkbox', { name: /Azaan, Fri 4 Dec/ }).check();
  await panel.getByRole('button', { name: 'Accept 1', exact: true }).click();
  await desk.getByRole('gridcell', { name: /^Fri 4 Dec, Azaan.*Nia Brandt, locked/ }).waitFor();
  await panel.getByRole('button', { name: 'Close the proposal' }).click();
  await desk.getByRole('gridcell', { name: /^Thu 3 Dec, Azaan.*free$/ }).waitFor();
});

test('later the volunteer answers a reminder on the phone, without a log-in', async () => {
  const [nia] = await world.sql<{ id: string }>(
    "SELECT id FROM person WHERE full_name = 'Nia Brandt'",
  );
  const [assignment] = await world.sql<{ id: string }>(
    'SELECT id FROM duty_assignment WHERE person_id = $1 AND ended_at IS NULL ORDER BY date',
    [nia?.id],
  );
  const reminder = await reminderOf(world, assignment?.id ?? '');
  await phone.goto(`/api/duty-answers/${tokenOf(world, reminder?.id ?? '')}`);
  await phone.getByRole('heading', { name: 'Nia Brandt, can you do this duty?' }).waitFor();
  await phone.getByRole('button', { name: 'I’m on it' }).click();
  await phone.getByText(/on it/i).first().waitFor();
  await desk.goto('/reminders');
  await desk
    .getByRole('button', { name: /^Nia Brandt.*Azaan, Wed 2 Dec/ })
    .getByText('on it')
    .waitFor();
});
