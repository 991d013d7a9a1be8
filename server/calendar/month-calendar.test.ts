import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

type Day = {
  date: string;
  day_name: string;
  is_current_month: boolean;
  shifts: Record<string, unknown>[];
  coverage: { status: string };
  total_hours: string;
};
type Week = { week_number: number; iso_week: string; week_start: string; days: Day[] };

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-11-01', end_date: '2027-01-31' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
});

const month = async (who: keyof World['as'], path: string) => {
  const { status, body } = await world.as[who].get(`/api/calendar/month/${path}`);
  expect(status).toBe(200);
  const days: Day[] = body.weeks.flatMap((week: Week) => week.days);
  return { body, days, day: (date: string) => days.find((one) => one.date === date) };
};
const take = async (who: 'cleo' | 'dev' | 'eli', wish: Record<string, unknown>) => {
  const shift = await asked(world, who, { period, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
  return shift;
};

test('a stranger is asked to log in; next door sees its own, in its own zone', async () => {
  const answer = await world.anyone.get('/api/calendar/month/2026/11');
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  await take('cleo', { date: '2026-11-30' });
  const { body, day } = await month('fay', '2026/11');
  expect(body).toMatchObject({ time_zone: 'Europe/Berlin', total_shifts: 0 });
  expect(day('2026-11-30')?.shifts).toEqual([]);
});

describe('weeks are whole, Monday first, and there are 4 to 6 of them', () => {
  test.each([
    ['2026/11', 6, '2026-10-26', '2026-12-06', 30],
    ['2027/02', 4, '2027-02-01', '2027-02-28', 28],
    ['2028/02', 5, '2028-01-31', '2028-03-05', 29],
    ['2026/12', 5, '2026-11-30', '2027-01-03', 31],
    ['2027/01', 5, '2026-12-28', '2027-01-31', 31],
    ['1970/1', 5, '1969-12-29', '1970-02-01', 31],
    ['2999/12', 6, '2999-11-25', '3000-01-05', 31],
  ])('%s', async (path, weeks, first, last, length) => {
    const { body, days } = await month('cleo', path);
    expect(body.weeks).toHaveLength(weeks);
    expect(days.at(0)?.date).toBe(first);
    expect(days.at(-1)?.date).toBe(last);
    expect(days.filter((day) => day.is_current_month)).toHaveLength(length);
    expect(body.coverage_stats.total_days).toBe(length);
    expect(body.weeks.map((week: Week) => week.week_number)).toEqual(
      Array.from({ length: weeks }, (_, i) => i + 1),
    );
    for (const week of body.weeks) {
      expect(week.days.map((day: Day) => day.day_name.slice(0, 2)).join('')).toBe('MoTuWeThFrSaSu');
      expect(week.week_start).toBe(week.days[0].date);
      expect(week.week_end).toBe(week.days[6].date);
    }
  });

  test('ISO weeks across the year, W53 too', async () => {
    const { body } = await month('cleo', '2027/01');
    expect(body.weeks.map((week: Week) => week.iso_week)).toEqual([
      ...['2026-W53', '2027-W01', '2027-W02', '2027-W03', '2027-W04'],
    ]);
    expect(body).toMatchObject({ month_name: 'January 2027', today: '2026-11-20' });
  });
});

test('days show who is on and when, notes only to whom they belong', async () => {
  const shift = await take('dev', { date: '2026-12-02', end: '09:30', notes: 'back pain' });
  const shown = {
    id: shift,
    pa_id: world.ids.dev,
    pa_name: 'Dev Patel',
    date: '2026-12-02',
    start_time: '06:00:00',
    end_time: '09:30:00',
    overnight: false,
    duration_hours: '3.50',
    status: 'APPROVED',
  };
  const dayFor = async (who: keyof World['as']) => (await month(who, '2026/12')).day('2026-12-02');
  expect(await dayFor('cleo')).toMatchObject({
    total_hours: '3.50',
    coverage: { status: 'partial' },
  });
  expect((await dayFor('cleo'))?.shifts).toEqual([shown]);
  expect((await dayFor('dev'))?.shifts).toEqual([{ ...shown, notes: 'back pain' }]);
  expect((await dayFor('ben'))?.shifts).toEqual([{ ...shown, notes: 'back pain' }]);
});

test('requests show only when asked for, to their person and to admins', async () => {
  const date = '2026-12-03';
  const request = await asked(world, 'eli', { period, date });
  const ids = async (who: keyof World['as'], path: string) =>
    (await month(who, path)).day(date)?.shifts.map((shift) => shift.id);
  expect(await ids('ben', '2026/12')).toEqual([]);
  expect(await ids('ben', '2026/12?pending=true')).toEqual([request]);
  expect(await ids('eli', '2026/12?pending=true')).toEqual([request]);
  expect(await ids('cleo', '2026/12?pending=true')).toEqual([]);
  const { day, body } = await month('ben', '2026/12?pending=true');
  expect(day(date)).toMatchObject({ total_hours: '0.00', coverage: { status: 'none' } });
  expect(body.total_shifts).toBe(1);
});

test('one person’s shifts, everyone’s coverage', async () => {
  const date = '2026-12-04';
  await take('cleo', { date });
  await take('dev', { date, start: '21:00', end: '22:00' });
  const { day, body } = await month('eli', `2026/12?person=${world.ids.cleo}`);
  expect(day(date)?.shifts).toMatchObject([{ pa_name: 'Cleo Marsh' }]);
  expect(day(date)).toMatchObject({ total_hours: '3.00', coverage: { status: 'complete' } });
  expect(body.total_shifts).toBe(1);
});

test('statistics count the days of the month, not those around it', async () => {
  const { body } = await month('ben', '2026/12');
  expect(body.coverage_stats).toEqual({
    total_days: 31,
    fully_covered: 1,
    partially_covered: 1,
    not_covered: 29,
    coverage_percentage: 3.2,
  });
  expect(body.total_shifts).toBe(3);
});

test('a night of the day before the first week covers its first morning', async () => {
  const night = { start: '22:00', end: '09:00', overnight: true };
  await take('eli', { date: '2026-12-27', ...night });
  const { day, days } = await month('ben', '2027/01');
  expect(days[0]).toMatchObject({
    date: '2026-12-28',
    shifts: [],
    coverage: { status: 'partial', morning_covered: true },
  });
  expect(day('2026-12-29')?.coverage.status).toBe('none');
});

test.each([
  ['2026/13', 'month'],
  ['2026/0', 'month'],
  ['2026/first', 'month'],
  ['1969/12', 'year'],
  ['3000/1', 'year'],
  ['2026/11?person=7', 'person'],
  ['2026/11?pending=perhaps', 'pending'],
])('%s: 400 that names the field', async (path, field) => {
  const answer = await world.as.cleo.get(`/api/calendar/month/${path}`);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});
