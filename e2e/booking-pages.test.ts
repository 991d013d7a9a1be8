import { beforeAll, expect, test } from 'vitest';
import { addRule } from '../server/testing/approval-steps.ts';
import { addedResource, book, booked, decide, primeTime } from '../server/testing/booking-steps.ts';
import { openLiveWorld, pageFor, shoot, withBrowser } from './browser.ts';
import { expectWhole, type Pages } from './expect-whole.ts';

withBrowser();

let pages: Pages;
const places: Record<string, string> = {};
beforeAll(async () => {
  const world = await openLiveWorld();
  // Fridays from two are prime time; today is one.
  await primeTime(world, 4, '14:00', '19:00');
  await primeTime(world, 2, '09:00', '11:00', { is_active: false });
  places.court = await addedResource(world, 'Court', { colour: '#1d6f42', capacity: 3 });
  await addRule(world, { name: 'First ones', conditions: { first_booking: true } });
  await booked(world, 'ben', { date: '2026-11-20', start: '11:00', end: '12:00' });
  places.waiting = await booked(world, 'cleo', {
    date: '2026-11-20',
    start: '15:00',
    end: '16:00',
  });
  await booked(world, 'dev', {
    ...{ date: '2026-11-23', start: '12:00', end: '14:00', notes: 'With the choir' },
  });
  const rejected = await booked(world, 'eli', { date: '2026-11-27', start: '16:00', end: '17:00' });
  await decide(world, rejected, 'The piano is tuned then.');
  for (const who of ['cleo', 'dev'] as const) {
    await book(world, who, { date: '2026-11-24', resource: places.court });
  }
  places.mine = await booked(world, 'ben', { date: '2026-11-25', start: '08:00', end: '09:00' });
  pages = {
    phone: await pageFor(world, 'ben', { on: 'phone' }),
    desk: await pageFor(world, 'ben'),
  };
});

test.each([
  ['/booking/calendar/week/2026-11-20', '16 – 22 Nov 2026'],
  ['/booking/calendar/day/2026-11-20', 'Friday, 20 November 2026'],
  ['/booking/calendar/month/2026-11-20', 'November 2026'],
  ['/booking/calendar/week/2026-11-24?resource={court}', '23 – 29 Nov 2026'],
  ['/more?book=2026-11-27 14:00-15:00', 'More', 'Book'],
  ['/more?reservation={waiting}', 'More', 'Reservation'],
  ['/booking/mine', 'My bookings'],
  ['/booking/trades', 'Trades'],
  ['/booking/desk', 'Booking desk'],
  ['/booking/approvals', 'Approvals'],
  ['/booking/reservations', 'Reservations'],
  ['/booking/settings', 'Booking settings'],
  ['/booking/resources', 'Resources'],
  ['/booking/prime-time', 'Prime time'],
  ['/approval-rules', 'Approval rules'],
])('%s', async (address, heading, dialog?: string) => {
  const filled = address.replace(/\{(\w+)\}/, (_, name) => places[name] ?? '');
  await expectWhole(pages, filled, heading, dialog);
});

test('in Arabic they run from the right, and nothing sticks out', async () => {
  for (const on of ['phone', 'desk'] as const) {
    const page = pages[on];
    await page.evaluate(() => localStorage.setItem('callboard-language', 'ar'));
    for (const [address, said] of [
      ['/booking/calendar/week/2026-11-20', 'وقت الذروة'],
      [`/booking/calendar/day/2026-11-20?reservation=${places.waiting}`, 'لماذا القرار للمشرف'],
      ['/booking/approvals', 'حجوزات تنتظر'],
      ['/booking/prime-time', 'إضافة وقت ذروة'],
      ['/approval-rules', 'ينتظر الحجز المشرف عندما'],
    ] as const) {
      await page.goto(address);
      await page.getByText(said).locator('visible=true').first().waitFor();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(tooWide), `${address} on the ${on}`).toBe(0);
      await shoot(`arabic ${address.split('?')[0]} ${on}`, [page]);
    }
  }
});
