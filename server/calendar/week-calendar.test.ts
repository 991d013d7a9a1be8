import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

type Shown = { id: string; pa_name: string; notes?: string };
type Day = {
  date: string;
  day_name: string;
  shifts: Shown[];
  hourly_shifts: Record<string, Shown[]>;
  coverage: { status: string };
  total_hours: string;
  clock_change?: { hour_label: string; minutes: number };
};

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-10-01', end_date: '2027-04-30' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
});

const week = async (who: keyof World['as'], path: string) => {
  const { status, body } = await world.as[who].get(`/api/calendar/week/${path}`);
  expect(status).toBe(200);
  const day = (date: string) => (body.days as Day[]).find((one) => one.date === date) as Day;
  return { body, day };
};
const take = async (who: 'cleo' | 'dev' | 'eli', wish: Record<string, unknown>) => {
  const shift = await asked(world, who, { period, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
  return shift;
};
/** The clock hours in which a shift stands. */
const hoursOf = (day: Day, id: string) =>
  Object.entries(day.hourly_shifts)
    .filter(([, shifts]) => shifts.some((shift) => shift.id === id))
    .map(([hour]) => hour.slice(0, 2))
    .join(' ');

test('a stranger is asked to log in; next door sees its own', async () => {
  expect(outcome(await world.anyone.get('/api/calendar/week/2026/50'))).toEqual([
    ...[401, 'unauthenticated'],
  ]);
  await take('cleo', { date: '2026-12-07' });
  const { body, day } = await week('fay', '2026/50');
  expect(body).toMatchObject({ time_zone: 'Europe/Berlin', total_shifts: 0 });
  expect(day('2026-12-07').shifts).toEqual([]);
});

test.each([
  ['2026/53', '2026-12-28', '2027-01-03'],
  ['2027/1', '2027-01-04', '2027-01-10'],
  ['2026/1', '2025-12-29', '2026-01-04'],
  ['2020/53', '2020-12-28', '2021-01-03'],
  ['2999/52', '2999-12-23', '2999-12-29'],
])('ISO week %s', async (path, monday, sunday) => {
  const { body } = await week('cleo', path);
  expect(body).toMatchObject({ week_start: monday, week_end: sunday, today: '2026-11-20' });
  expect(body.week_number).toBe(Number(path.slice(5)));
  expect(body.days.map((day: Day) => day.day_name.slice(0, 2)).join('')).toBe('MoTuWeThFrSaSu');
  expect(Object.keys(body.days[0].hourly_shifts)).toHaveLength(24);
});

test.each([
  ['2027/53', 'week'],
  ['2026/54', 'week'],
  ['2026/0', 'week'],
  ['2026/x', 'week'],
  ['1969/1', 'year'],
  ['2026/50?person=7', 'person'],
])('%s: 400 that names the field', async (path, field) => {
  const answer = await world.as.cleo.get(`/api/calendar/week/${path}`);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});

test('a shift stands in every hour it touches; its end is not in the next', async () => {
  const shift = await take('dev', {
    date: '2026-12-15',
    start: '06:45',
    end: '09:00',
    notes: 'bus',
  });
  const { body, day } = await week('cleo', '2026/51');
  expect(hoursOf(day('2026-12-15'), shift)).toBe('06 07 08');
  expect(day('2026-12-15')).toMatchObject({ total_hours: '2.25', coverage: { status: 'none' } });
  expect(day('2026-12-15').hourly_shifts['06:00']?.[0]).not.toHaveProperty('notes');
  expect(body.total_shifts).toBe(1);
  const own = (await week('dev', '2026/51')).day('2026-12-15');
  expect(own.hourly_shifts['06:00']?.[0]?.notes).toBe('bus');
});

describe('overnight', () => {
  test('on both days, counted once; one that ends at midnight only on its own', async () => {
    const night = await take('eli', {
      ...{ date: '2027-01-12', start: '22:30', end: '09:15', overnight: true },
    });
    const late = await take('cleo', {
      ...{ date: '2027-01-13', start: '20:00', end: '00:00', overnight: true },
    });
    const { body, day } = await week('ben', '2027/2');
    expect(hoursOf(day('2027-01-12'), night)).toBe('22 23');
    expect(hoursOf(day('2027-01-13'), night)).toBe('00 01 02 03 04 05 06 07 08 09');
    expect(day('2027-01-13').shifts.map(({ id }) => id)).toEqual([night, late]);
    expect(day('2027-01-14').shifts).toEqual([]);
    expect(day('2027-01-12').total_hours).toBe('10.75');
    expect(day('2027-01-13')).toMatchObject({
      total_hours: '4.00',
      coverage: { status: 'complete' },
    });
    expect(body.total_shifts).toBe(2);
  });

  test('from the Sunday before, it is in Monday but not in the count', async () => {
    const night = await take('dev', {
      ...{ date: '2027-01-17', start: '22:00', end: '06:00', overnight: true },
    });
    const { body, day } = await week('ben', '2027/3');
    expect(hoursOf(day('2027-01-18'), night)).toBe('00 01 02 03 04 05');
    expect(body).toMatchObject({ total_shifts: 0 });
    expect(day('2027-01-18').total_hours).toBe('0.00');
  });

  test('the nights of the clock change: nobody in the hour that is skipped, 7 and 9 hours', async () => {
    const night = { start: '22:00', end: '06:00', overnight: true };
    const spring = await take('eli', { date: '2027-03-27', ...night });
    const { day } = await week('ben', '2027/12');
    expect(hoursOf(day('2027-03-28'), spring)).toBe('00 02 03 04 05');
    expect(day('2027-03-27').total_hours).toBe('7.00');
    expect(day('2027-03-28').clock_change).toEqual({ hour_label: '01:00', minutes: 0 });
    expect(day('2027-03-27').clock_change).toBeUndefined();
    const autumn = await take('eli', { date: '2026-10-24', ...night });
    const before = await week('ben', '2026/43');
    expect(hoursOf(before.day('2026-10-25'), autumn)).toBe('00 01 02 03 04 05');
    expect(before.day('2026-10-24').total_hours).toBe('9.00');
    expect(before.day('2026-10-25').clock_change).toEqual({ hour_label: '01:00', minutes: 120 });
  });
});

test('one person’s shifts, everyone’s coverage; requests when asked for', async () => {
  const date = '2027-02-02';
  await take('cleo', { date });
  await take('dev', { date, start: '21:00', end: '22:00' });
  const request = await asked(world, 'eli', { period, date, start: '12:00', end: '13:00' });
  const one = (await week('eli', `2027/5?person=${world.ids.cleo}`)).day(date);
  expect(one).toMatchObject({ total_hours: '3.00', coverage: { status: 'complete' } });
  expect(one.shifts.map((shift) => shift.pa_name)).toEqual(['Cleo Marsh']);
  const asOf = async (who: keyof World['as']) =>
    (await week(who, '2027/5?pending=true')).day(date).hourly_shifts['12:00']?.map(({ id }) => id);
  expect(await asOf('ben')).toEqual([request]);
  expect(await asOf('eli')).toEqual([request]);
  expect(await asOf('cleo')).toEqual([]);
  expect((await week('ben', '2027/5?pending=true')).day(date).total_hours).toBe('4.00');
});

test('week and month agree on hours and coverage of every day', async () => {
  const { body } = await world.as.ben.get('/api/calendar/month/2027/1');
  for (const { iso_week, days } of body.weeks) {
    const { day } = await week('ben', iso_week.replace('-W', '/'));
    for (const { date, total_hours, coverage } of days) {
      expect({ date, total_hours, coverage }).toEqual({
        date,
        total_hours: day(date).total_hours,
        coverage: day(date).coverage,
      });
    }
  }
});
