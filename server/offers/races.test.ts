import { beforeAll, expect, test } from 'vitest';
import {
  does,
  held,
  holderOf,
  offered,
  swapsNeedApproval,
  untruths,
} from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, openPeriod } from '../testing/rota-steps.ts';
import { addDays } from '../timeline/module.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-12-01', end_date: '2027-02-28' };
  period = await openPeriod(world, { name: 'Winter', seats: 3, ...dates });
  await swapsNeedApproval(world, false);
});

const rounds = Array.from({ length: 6 }, (_, i) => i);
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
/** Each round on a day of its own, a week apart, so that no one works overtime. */
const dayOf = (first: string, round: number) => addDays(first, round * 7);

test('R-20: one offer taken by many at once: it changes hands once', async () => {
  for (const round of rounds) {
    const shift = await held(world, 'cleo', { period, date: dayOf('2026-12-01', round) });
    const id = await offered(world, 'cleo', shift);
    const takers = ['dev', 'eli', 'ben', 'ada', 'dev', 'eli'] as const;
    const answers = await Promise.all(takers.map((who) => does(world, who, 'take', id)));
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = takers[answers.findIndex(({ status }) => status === 200)];
    expect(await holderOf(world, shift)).toBe(winner);
    const events = await eventsOf(world, shift);
    expect(events.filter((event) => event === 'shift.swapped')).toHaveLength(1);
  }
  expect(await untruths(world)).toEqual([]);
});

test('R-21: taken while the shift is cancelled: one of both, never a 404 or a 5xx', async () => {
  for (const round of rounds) {
    const shift = await held(world, 'cleo', { period, date: dayOf('2026-12-02', round) });
    const id = await offered(world, 'cleo', shift);
    const [taken, cancelled] = await Promise.all([
      does(world, 'dev', 'take', id),
      world.as.ben.delete(`/api/shifts/${shift}`),
    ]);
    // An admin may cancel a shift whoever's it is by then.
    expect(cancelled.status).toBe(200);
    expect([200, 409]).toContain(taken.status);
    const events = await eventsOf(world, shift);
    expect(events.includes('shift.swapped')).toBe(taken.status === 200);
    expect(events.at(-1)).toBe('shift.deleted');
    if (taken.status === 409) expect(taken.body.code).toBe('offer_expired');
  }
  expect(await untruths(world)).toEqual([]);
});

test('R-22: A↔B and B↔C at once, about the same shift of B: one wins, no deadlock', async () => {
  for (const round of rounds) {
    const date = dayOf('2026-12-03', round);
    const a = await held(world, 'cleo', { period, date, start: '06:00', end: '07:00' });
    const b = await held(world, 'dev', { period, date, start: '07:00', end: '08:00' });
    const c = await held(world, 'eli', { period, date, start: '08:00', end: '09:00' });
    const ab = await offered(world, 'cleo', a, { to: world.ids.dev, exchange_for: b });
    const bc = await offered(world, 'dev', b, { to: world.ids.eli, exchange_for: c });
    const answers = await Promise.all([
      does(world, 'dev', 'take', ab),
      does(world, 'eli', 'take', bc),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('offer_expired');
    const now = [await holderOf(world, a), await holderOf(world, b), await holderOf(world, c)];
    const abWon = answers[0]?.status === 200;
    expect(now).toEqual(abWon ? ['dev', 'cleo', 'eli'] : ['cleo', 'eli', 'dev']);
  }
  expect(await untruths(world)).toEqual([]);
});

test('R-22 in two periods, crossed: exchanges that lock the same shifts from both ends', async () => {
  const dates = { start_date: '2026-12-01', end_date: '2027-02-28', seats: 3 };
  const other = await openPeriod(world, { name: 'Garden', ...dates });
  for (const round of rounds) {
    const date = dayOf('2026-12-04', round);
    const a = await held(world, 'cleo', { period, date });
    const b = await held(world, 'dev', { period: other, date });
    const there = await offered(world, 'cleo', a, { to: world.ids.dev, exchange_for: b });
    const back = await offered(world, 'dev', b, { to: world.ids.cleo, exchange_for: a });
    const answers = await Promise.all([
      does(world, 'dev', 'take', there),
      does(world, 'cleo', 'take', back),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    expect([await holderOf(world, a), await holderOf(world, b)]).toEqual(['dev', 'cleo']);
  }
  expect(await untruths(world)).toEqual([]);
});

test('two offers that would put one person in two places: one wins', async () => {
  for (const round of rounds) {
    const date = dayOf('2026-12-05', round);
    const one = await held(world, 'cleo', { period, date });
    const two = await held(world, 'dev', { period, date, start: '08:00', end: '10:00' });
    const offers = [await offered(world, 'cleo', one), await offered(world, 'dev', two)];
    const answers = await Promise.all(offers.map((id) => does(world, 'eli', 'take', id)));
    expect(statuses(answers)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('person_busy');
  }
  expect(await untruths(world)).toEqual([]);
});

test('withdrawn while it is taken: either, and the timeline agrees', async () => {
  for (const round of rounds) {
    const shift = await held(world, 'cleo', { period, date: dayOf('2026-12-06', round) });
    const id = await offered(world, 'cleo', shift);
    const answers = await Promise.all([
      does(world, 'dev', 'take', id),
      does(world, 'cleo', 'withdraw', id),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    expect(await holderOf(world, shift)).toBe(answers[0]?.status === 200 ? 'dev' : 'cleo');
  }
});
