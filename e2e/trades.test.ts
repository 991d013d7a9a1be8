import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addRule } from '../server/testing/approval-steps.ts';
import { booked } from '../server/testing/booking-steps.ts';
import type { World } from '../server/testing/open-world.ts';
import { ownerOf, traded, twoOf, wish } from '../server/testing/trade-steps.ts';
import { expectTruth, openLiveWorld, pageFor, withBrowser } from './browser.ts';
import { expectAccessible, expectWhole } from './expect-whole.ts';

withBrowser();

let world: World;
let cleo: Page;
let dev: Page;
beforeAll(async () => {
  world = await openLiveWorld();
  cleo = await pageFor(world, 'cleo', { on: 'phone' });
  dev = await pageFor(world, 'dev');
  await dev.goto('/booking/trades');
});

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

test('a member on a phone gives hers for someone’s; accepted, both have the other’s', async () => {
  const [hers, his] = await twoOf(world, '2026-12-02');
  await dev.getByText('No trades').waitFor();
  await cleo.goto(`/booking/mine?reservation=${hers}`);
  await dialog(cleo, 'Reservation').getByRole('link', { name: 'Trade it' }).tap();
  const ask = dialog(cleo, 'Ask for a trade');
  await ask.getByRole('radio', { name: 'Wed 2 Dec, 14:00–15:00' }).check();
  await ask.getByLabel('Message (optional)').fill('My train is late.');
  await expectAccessible(cleo, 'ask for a trade');
  await ask.getByRole('button', { name: 'Ask', exact: true }).tap();
  await group(cleo, 'Waiting').getByText('You asked for a trade').waitFor();

  const received = group(dev, 'For you to answer').getByRole('article');
  await received.getByText('Cleo Marsh asks you for a trade').waitFor();
  await received.getByText('My train is late.').waitFor();
  await expectWhole({ phone: cleo, desk: dev }, '/booking/trades', 'Trades');
  await received.getByRole('button', { name: 'Accept' }).click();
  await group(cleo, 'Over').getByText('Traded', { exact: true }).waitFor();
  await cleo.getByText('You asked Dev Patel for a trade').waitFor();
  expect([await ownerOf(world, hers), await ownerOf(world, his)]).toEqual(['dev', 'cleo']);
  await expectTruth(cleo);
  await expectTruth(dev);
});

test('a no says why; cancelled or changed meanwhile it is over for both, and says why', async () => {
  const [hers, his] = await twoOf(world, '2026-12-03');
  await traded(world, 'cleo', hers, his);
  const answer = group(dev, 'For you to answer');
  await answer.getByRole('button', { name: 'Say no' }).click();
  await dialog(dev, 'Say no to the trade').getByLabel('Why').fill('I sing then.');
  await dialog(dev, 'Say no to the trade').getByRole('button', { name: 'Say no' }).click();
  await cleo.goto('/booking/trades');
  await group(cleo, 'Over').getByText('“I sing then.”').waitFor();

  await traded(world, 'cleo', hers, his);
  await group(cleo, 'Waiting').getByRole('button', { name: 'Cancel it' }).tap();
  await group(dev, 'Over').getByText('Cancelled', { exact: true }).waitFor();

  await traded(world, 'cleo', hers, his);
  await answer.getByRole('button', { name: 'Accept' }).waitFor();
  await world.as.cleo.delete(`/api/reservations/${hers}`);
  const why = 'Expired: one of the reservations was changed or cancelled.';
  await group(dev, 'Over').getByText(why).waitFor();
  await group(cleo, 'Over').getByText(why).waitFor();
  await expectTruth(dev);
});

test('wishes that fit in a ring are drawn as one, and happen when all say yes', async () => {
  const mine = await booked(world, 'cleo', { date: '2026-12-08', start: '09:00', end: '10:00' });
  const devs = await booked(world, 'dev', { date: '2026-12-09', start: '09:00', end: '10:00' });
  const elis = await booked(world, 'eli', { date: '2026-12-10', start: '09:00', end: '10:00' });
  await wish(world, 'dev', devs, { from_date: '2026-12-10', until_date: '2026-12-10' });
  await wish(world, 'eli', elis, { from_date: '2026-12-08', until_date: '2026-12-08' });
  await cleo.goto(`/booking/trades?mine=${mine}`);
  const ask = dialog(cleo, 'Ask for a trade');
  await ask.getByText('Whatever fits').tap();
  await ask.getByLabel('From (optional)').fill('2026-12-09');
  await ask.getByLabel('Until (optional)').fill('2026-12-09');
  await expectAccessible(cleo, 'make a wish');
  await ask.getByRole('button', { name: 'Look for a ring' }).tap();
  const ring = group(cleo, 'For you to answer').getByRole('article');
  await ring.getByText('A ring of 3: all of it happens, or nothing').waitFor();
  const legs = ring.getByRole('list', { name: 'Who gives what to whom' }).getByRole('listitem');
  expect(await legs.count()).toBe(3);
  await ring
    .getByText('You: gives Tue 8 Dec, 09:00–10:00, Room, gets Wed 9 Dec, 09:00–10:00, Room')
    .waitFor();
  await expectAccessible(cleo, 'a ring');
  await ring.getByRole('button', { name: 'Accept' }).tap();
  await group(cleo, 'Waiting').getByText('Accepted').waitFor();
  const [cycle] = (await world.as.eli.get('/api/reservations/trade-cycles')).body;
  const yes = { action: 'accept' };
  await world.as.eli.post(`/api/reservations/trade-cycles/${cycle.id}`, yes);
  await group(dev, 'For you to answer').getByRole('button', { name: 'Accept' }).click();
  const done = group(cleo, 'Over').getByRole('article', { name: /^Tue 8 Dec.*for Wed 9 Dec/ });
  await done.getByText('Traded', { exact: true }).waitFor();
  expect(await Promise.all([mine, devs, elis].map((id) => ownerOf(world, id)))).toEqual([
    'eli',
    'cleo',
    'dev',
  ]);
});

test('where a rule asks for it, an admin lets it happen', async () => {
  await addRule(world, { subject: 'trade', name: 'Every trade', conditions: {} });
  const [hers, his] = await twoOf(world, '2026-12-15');
  await traded(world, 'cleo', hers, his);
  const ben = await pageFor(world, 'ben');
  await ben.goto('/booking/trades');
  const swap = { name: /^Tue 15 Dec, 14:00.*for Tue 15 Dec, 10:00/ };
  const answer = group(dev, 'For you to answer').getByRole('article', swap);
  await answer.getByRole('button', { name: 'Accept' }).click();
  await group(dev, 'Waiting').getByText('Waits for an admin').waitFor();
  await group(ben, 'For an admin to decide').getByRole('button', { name: 'Approve' }).click();
  await group(dev, 'Over').getByRole('article', swap).getByText('Traded').waitFor();
  expect([await ownerOf(world, hers), await ownerOf(world, his)]).toEqual(['dev', 'cleo']);
  await expectTruth(ben);
});
