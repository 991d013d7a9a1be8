import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-11-01', end_date: '2027-10-31' };
  period = await openPeriod(world, { name: 'A year', ...dates });
});

const hours = (who: keyof World['as'], week: string) =>
  world.as[who].get(`/api/hours?week=${week}`);
const take = async (who: 'cleo' | 'dev' | 'eli', wish: Record<string, unknown>) =>
  approve(world, await asked(world, who, { period, ...wish }), { override_overtime: true });

test('a stranger is asked to log in; next door has hours of its own', async () => {
  const answer = await world.anyone.get('/api/hours?week=2026-W47');
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  const { body } = await hours('fay', '2026-W47');
  expect(body.map((row: { name: string }) => row.name)).toEqual(['Fay Doyle', 'Gus Weber']);
});

test('own hours for a member, everyone’s by name for an admin, also of who has none', async () => {
  await take('cleo', { date: '2026-11-16', start: '06:00', end: '13:30' });
  await take('cleo', { date: '2026-11-22', start: '21:00', end: '22:20' });
  await asked(world, 'cleo', { period, date: '2026-11-18' });
  const week = { week: '2026-W47', week_start: '2026-11-16' };
  const row = { ...week, limit: '40.00', exceeds_limit: false };
  const cleo = { person: world.ids.cleo, name: 'Cleo Marsh', hours: '8.83', shift_count: 2 };
  expect((await hours('cleo', '2026-W47')).body).toEqual([{ ...row, ...cleo }]);
  const { body } = await hours('ben', '2026-W47');
  expect(body.map((one: { name: string; hours: string }) => `${one.name} ${one.hours}`)).toEqual([
    ...['Ada Okafor 0.00', 'Ben Lindqvist 0.00', 'Cleo Marsh 8.83', 'Dev Patel 0.00'],
    'Eli Novak 0.00',
  ]);
  expect((await hours('cleo', '2026-W48')).body[0]).toMatchObject({ hours: '0.00' });
});

test('a night belongs to the week of its date; at a clock change it has the hours it lasts', async () => {
  const night = { start: '22:00', end: '06:00', overnight: true };
  await take('dev', { date: '2026-11-29', ...night });
  await take('dev', { date: '2027-03-27', ...night });
  await take('dev', { date: '2027-10-30', ...night });
  const of = async (week: string) => (await hours('dev', week)).body[0].hours;
  expect(await of('2026-W48')).toBe('8.00');
  expect(await of('2026-W49')).toBe('0.00');
  expect(await of('2027-W12')).toBe('7.00');
  expect(await of('2027-W43')).toBe('9.00');
});

test('at the limit is within it, a minute more exceeds it', async () => {
  await take('eli', { date: '2026-12-07', start: '09:00', end: '21:00' });
  await take('eli', { date: '2026-12-08', start: '09:00', end: '21:00' });
  const row = async () => (await hours('eli', '2026-W50')).body[0];
  expect(await row()).toMatchObject({ hours: '24.00', limit: '24.00', exceeds_limit: false });
  await take('eli', { date: '2026-12-09', start: '09:00', end: '09:01' });
  expect(await row()).toMatchObject({ hours: '24.02', exceeds_limit: true, shift_count: 3 });
});

test('week 53 where the year has one', async () => {
  await take('cleo', { date: '2027-01-01' });
  expect((await hours('cleo', '2026-W53')).body[0]).toMatchObject({
    week_start: '2026-12-28',
    hours: '3.00',
  });
  expect((await hours('cleo', '2020-W53')).status).toBe(200);
});

test.each(['2027-W53', '2026-W00', '2026-W54', '2026-47', '0000-W10', '9999-W52', ''])(
  'there is no week %j: 400 that names it',
  async (week) => {
    const answer = await hours('cleo', week);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(['week']);
  },
);
