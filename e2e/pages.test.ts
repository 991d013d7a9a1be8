import { beforeAll, test } from 'vitest';
import { openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectWhole, type Pages } from './expect-whole.ts';

withBrowser();

let pages: Pages;
const places: Record<string, string> = {};
beforeAll(async () => {
  const world = await openLiveWorld({ empty: true });
  await world.anyone.post('/api/setup/demo', {});
  pages = {
    phone: await pageFor(world, 'ben', { on: 'phone' }),
    desk: await pageFor(world, 'ben'),
  };
  const [waiting] = (await world.as.ben.get('/api/shifts/pending')).body;
  const [period] = (await world.as.ben.get('/api/schedule-periods')).body;
  await world.as.ben.post(`/api/shifts/${waiting.id}/approve`, {});
  const [message] = (await world.as.ben.get('/api/mailbox')).body;
  Object.assign(places, { shift: waiting.id, period: period.id, message: message.id });
});

test.each([
  ['/calendar/2026/11', 'November 2026'],
  ['/more?ask=2026-11-25', 'More', 'Ask for a shift'],
  ['/more?shift={shift}', 'More', 'Shift'],
  ['/queue', 'Queue'],
  ['/periods', 'Periods'],
  ['/periods/{period}', 'December 2026'],
  ['/my-schedule', 'My schedule'],
  ['/hours', 'Hours'],
  ['/people', 'People'],
  ['/settings', 'Settings'],
  ['/organisation', 'Organisation'],
  ['/organisations', 'Your organisations'],
  ['/roles', 'Roles'],
  ['/account', 'Account'],
  ['/more', 'More'],
  ['/failed-work', 'Work that failed'],
  ['/mailbox?message={message}', 'Mailbox'],
  ['/deliveries', 'Deliveries'],
  ['/deliveries?delivery={message}', 'Deliveries', 'Delivery'],
])('%s', async (address, heading, dialog?: string) => {
  const filled = address.replace(/\{(\w+)\}/, (_, name) => places[name] ?? '');
  await expectWhole(pages, filled, heading, dialog);
});
