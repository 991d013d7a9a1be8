import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, commitElsewhere, openPeriod, outcome } from '../testing/rota-steps.ts';
import { say } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = (date: string, start: string, end: string, more = '') =>
  `/api/timeline/free?date=${date}&start_time=${start}&end_time=${end}${more}`;
const free = async (who: keyof World['as'], ...span: [string, string, string, string?]) =>
  (await world.as[who].get(path(...span))).body.map((one: { name: string }) => one.name);

const team = ['Ada Okafor', 'Ben Lindqvist', 'Cleo Marsh', 'Dev Patel', 'Eli Novak'];
const without = (name: string) => team.filter((one) => one !== name);

test('a stranger is asked to log in, a member may not', async () => {
  const span = path('2026-12-01', '06:00', '09:00');
  expect(outcome(await world.anyone.get(span))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(span))).toEqual([403, 'forbidden']);
});

test('everyone is free where nothing is, by name; next door has its own people', async () => {
  expect(await free('ben', '2026-12-01', '06:00', '09:00')).toEqual(team);
  expect(await free('fay', '2026-12-01', '06:00', '09:00')).toEqual(['Fay Doyle', 'Gus Weber']);
});

test('who has an approved shift is not; who only asked still is; touching ends are free', async () => {
  const period = await openPeriod(world);
  await asked(world, 'dev', { period, date: '2026-12-02' });
  await approve(world, await asked(world, 'cleo', { period, date: '2026-12-02' }));
  const on = (start: string, end: string) => free('ben', '2026-12-02', start, end);
  expect(await on('06:00', '09:00')).toEqual(without('Cleo Marsh'));
  expect(await on('08:59', '10:00')).toEqual(without('Cleo Marsh'));
  expect(await on('09:00', '10:00')).toEqual(team);
  expect(await on('05:00', '06:00')).toEqual(team);
});

test('any system’s commitment counts, also a long one that began days before', async () => {
  await commitElsewhere(world, 'eli', '2026-12-10T00:00Z', '2026-12-18T00:00Z');
  expect(await free('ben', '2026-12-17', '23:00', '23:30')).toEqual(without('Eli Novak'));
  const night = ['2026-12-09', '23:00', '01:00', '&overnight=true'] as const;
  expect(await free('ben', ...night)).toEqual(without('Eli Novak'));
  expect(await free('ben', '2026-12-18', '00:00', '01:00')).toEqual(team);
});

test('who is shut out is not listed', async () => {
  await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.dev]);
  expect(await free('ben', '2026-12-01', '06:00', '09:00')).toEqual(without('Dev Patel'));
});

test.each([
  ['2026-12-01', '09:00', '06:00', 'end_time'],
  ['2027-03-28', '01:30', '06:00', 'start_time'],
  ['2027-02-29', '06:00', '09:00', 'date'],
  ['0000-01-01', '06:00', '09:00', 'date'],
  ['2026-12-01', '24:00', '06:00', 'start_time'],
])('%s %s–%s: 400 that names %s', async (date, start, end, field) => {
  const answer = await world.as.ben.get(path(date, start, end));
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});

test('who says they cannot is left out, who says they can comes first', async () => {
  const hours = (available: boolean) => [
    { weekday: 2, start_time: '06:00', end_time: '09:00', available },
  ];
  await say(world, 'cleo', hours(false));
  await say(world, 'eli', hours(true));
  const { body } = await world.as.ben.get(path('2027-01-05', '06:00', '09:00'));
  expect(
    body.map((one: { name: string; available: unknown }) => [one.name, one.available]),
  ).toEqual([
    ['Eli Novak', true],
    ['Ada Okafor', null],
    ['Ben Lindqvist', null],
  ]);
});
