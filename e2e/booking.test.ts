import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  addedResource,
  booked,
  primeTime,
  reservationOf,
} from '../server/testing/booking-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { until } from '../server/testing/until.ts';
import { allow, expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible } from './expect-whole.ts';

withBrowser();

let world: World;
let cleo: Page;
let dev: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  // Wednesday afternoons are prime time.
  await primeTime(world, 2, '15:00', '19:00');
  await addedResource(world, 'Court');
  cleo = await pageFor(world, 'cleo', { on: 'phone' });
  dev = await pageFor(world, 'dev');
});

const sheet = (page: Page, name = 'Book') => page.getByRole('dialog', { name, exact: true });
const mine = async (date: string) =>
  (await world.as.cleo.get(`/api/reservations?date=${date}`)).body as Record<string, unknown>[];

describe('a member on a phone', () => {
  test('books in two taps; who looks on at a desk sees it taken without a load', async () => {
    await dev.goto('/booking/calendar/day/2026-12-01');
    await dev.getByRole('button', { name: /^Free, 10:00–11:00/ }).waitFor();
    await cleo.goto('/booking/calendar/day/2026-12-01');
    await cleo.getByRole('button', { name: '10:00–11:00 Free' }).tap();
    await sheet(cleo).getByText('Free. It is yours at once.').waitFor();
    await expectAccessible(cleo, 'book a free slot');
    await sheet(cleo).getByRole('button', { name: 'Book', exact: true }).tap();
    await cleo.getByRole('button', { name: /^10:00–11:00 Yours Booked/ }).waitFor();
    expect(await mine('2026-12-01')).toMatchObject([{ status: 'CONFIRMED' }]);
    const grid = dev.getByRole('region', { name: 'Slots of Room' });
    await grid.getByText('Taken').waitFor();
    expect(await dev.getByRole('button', { name: /^Free, 10:00–11:00/ }).count()).toBe(0);
    await expectTruth(dev);
    await expectTruth(cleo);
  });

  test('is told of prime time before asking, and what it costs to change one’s mind: nothing', async () => {
    await cleo.goto('/booking/calendar/day/2026-12-02');
    await cleo.getByRole('button', { name: /^15:00–16:00 Free Prime time/ }).tap();
    const waits = sheet(cleo)
      .getByRole('status')
      .filter({ hasText: 'Prime time: an admin decides' });
    await waits.getByText('Prime time: it reaches into Wednesday from 15:00 to 19:00.').waitFor();
    await expectAccessible(cleo, 'book prime time');
    await sheet(cleo).getByText('2 h', { exact: true }).tap();
    await sheet(cleo).getByRole('button', { name: 'Ask for it' }).tap();
    await cleo.getByRole('button', { name: /^15:00–17:00 Yours Waiting/ }).tap();
    const read = sheet(cleo, 'Reservation');
    await read.getByText('Why an admin decides').waitFor();
    await read.getByRole('button', { name: 'Cancel it' }).tap();
    await cleo.getByRole('button', { name: 'Cancel the reservation' }).tap();
    await read.getByText('Cancelled', { exact: true }).waitFor();
    await read.getByRole('button', { name: 'Close' }).tap();
    await cleo.getByRole('button', { name: /^15:00–16:00 Free/ }).waitFor();
    expect(await mine('2026-12-02')).toMatchObject([{ status: 'CANCELLED' }]);
  });

  test('times of one’s own are held against the rules while they are typed', async () => {
    await cleo.goto('/booking/calendar/day/2026-12-03?book=2026-12-03 17:30-18:30');
    const to = sheet(cleo).getByRole('spinbutton', { name: 'To: hours' });
    await to.fill('20');
    await sheet(cleo).getByText('It closes at 19:00. End by then.').waitFor();
    expect(await sheet(cleo).getByRole('button', { name: 'Book', exact: true }).isDisabled()).toBe(
      true,
    );
    await expectAccessible(cleo, 'book beyond closing');
    await to.fill('17');
    await sheet(cleo).getByText('It must end after it begins.').waitFor();
    await sheet(cleo).getByLabel('Date').fill('2026-11-19');
    await sheet(cleo).getByText('That is over already.').waitFor();
    await sheet(cleo).getByRole('button', { name: 'Close' }).tap();
  });

  test('every week until a date: clashes are listed before anything is made, the others on request', async () => {
    allow(/^409 POST .*\/series$/);
    await booked(world, 'dev', { date: '2026-12-11', start: '08:00', end: '09:00' });
    await cleo.goto('/booking/calendar/day/2026-12-04');
    await cleo.getByRole('button', { name: '08:00–09:00 Free' }).tap();
    await sheet(cleo).getByRole('switch', { name: 'Every week' }).check();
    await sheet(cleo).getByLabel('Until').fill('2026-12-25');
    await sheet(cleo).getByText('4 times, on Friday').waitFor();
    await sheet(cleo).getByRole('button', { name: 'Book 4 times' }).tap();
    const clashes = sheet(cleo).getByRole('alert');
    await clashes.getByText('1 of them can’t be booked. Nothing is booked yet.').waitFor();
    await clashes.getByText(/Fri 11 Dec, 08:00–09:00/).waitFor();
    expect(await mine('2026-12-04')).toEqual([]);
    await expectAccessible(cleo, 'clashes of a series');
    await clashes.getByRole('button', { name: 'Book the other 3' }).tap();
    await cleo.getByRole('button', { name: /^08:00–09:00 Yours Booked/ }).waitFor();
    expect(await mine('2026-12-18')).toMatchObject([{ status: 'CONFIRMED' }]);
    expect(await mine('2026-12-11')).toEqual([]);
  });

  test('of a series one is cancelled, or it and all that follow', async () => {
    await cleo.goto('/booking/mine');
    await cleo.getByRole('button', { name: /^Fri 18 Dec, 08:00–09:00/ }).tap();
    await sheet(cleo, 'Reservation').getByRole('button', { name: 'Cancel it' }).tap();
    await cleo.getByLabel('This one and all that follow').check();
    await cleo.getByRole('button', { name: 'Cancel these' }).tap();
    await sheet(cleo, 'Reservation').getByText('Cancelled', { exact: true }).waitFor();
    await sheet(cleo, 'Reservation').getByRole('button', { name: 'Close' }).tap();
    await cleo.getByRole('button', { name: /^Fri 4 Dec, 08:00–09:00/ }).waitFor();
    expect(await cleo.getByRole('button', { name: /^Fri 25 Dec/ }).count()).toBe(0);
    expect(await mine('2026-12-25')).toMatchObject([{ status: 'CANCELLED' }]);
    await expectTruth(cleo);
  });
});

describe('a member at a desk', () => {
  test('drags over free slots, walks them with the keys, and switches what to book by number', async () => {
    await dev.goto('/booking/calendar/week/2026-12-07');
    const from = dev.getByRole('button', { name: /^Free, 08:00–09:00, Tue 8 Dec/ });
    const to = dev.getByRole('button', { name: /^Free, 10:00–11:00, Tue 8 Dec/ });
    await from.hover();
    await dev.mouse.down();
    await to.hover();
    await dev.mouse.up();
    await sheet(dev)
      .getByRole('radio', { name: '3 h' })
      .and(dev.locator(':checked'))
      .waitFor({ state: 'attached' });
    await sheet(dev).getByRole('button', { name: 'Book', exact: true }).click();
    const room = dev.getByRole('region', { name: 'Slots of Room' });
    await room.getByRole('button', { name: /You 08:00–11:00/ }).waitFor();

    await dev.getByRole('button', { name: /^Free, 12:00–13:00, Wed 9 Dec/ }).focus();
    await dev.keyboard.press('ArrowDown');
    await dev.keyboard.press('Shift+ArrowDown');
    await dev.keyboard.press('Enter');
    // From one to three on Wednesday; Enter upon the button that has the focus sends it.
    const book = sheet(dev).getByRole('button', { name: 'Book', exact: true });
    await book.and(dev.locator(':focus')).waitFor();
    await dev.keyboard.press('Enter');
    await room.getByRole('button', { name: /You 13:00–15:00/ }).waitFor();

    await sheet(dev).waitFor({ state: 'detached' });
    await dev.keyboard.press('2');
    await dev.getByRole('region', { name: 'Slots of Court' }).waitFor();
    await dev.keyboard.press('m');
    await dev.getByRole('heading', { name: 'December 2026' }).waitFor();
    await dev.keyboard.press('d');
    await dev.getByRole('heading', { name: /^\w+, \d+ December 2026$/ }).waitFor();
  });

  test('moves a reservation; what is decided of it by an admin shows at once', async () => {
    const id = await booked(world, 'dev', { date: '2026-12-14', start: '10:00', end: '11:00' });
    await dev.goto(`/booking/mine?reservation=${id}`);
    await sheet(dev, 'Reservation').getByRole('button', { name: 'Change' }).click();
    const change = sheet(dev, 'Change the reservation');
    await change.getByLabel('Date').fill('2026-12-16');
    await change.getByRole('spinbutton', { name: 'From: hours' }).fill('16');
    await change.getByText('Prime time: an admin decides').waitFor();
    await expectAccessible(dev, 'move into prime time');
    await change.getByRole('button', { name: 'Save' }).click();
    await sheet(dev, 'Reservation').getByText('Waiting', { exact: true }).waitFor();
    await world.as.ben.post(`/api/reservations/${id}/approve`, { action: 'approve' });
    await sheet(dev, 'Reservation').getByText('Decided by Ben Lindqvist').waitFor();
    await until('it stands', async () => (await reservationOf(world, id)).status === 'CONFIRMED');
    await expectTruth(dev);
  });
});
