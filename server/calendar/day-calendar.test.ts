import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

type Hour = {
  hour: number;
  hour_label: string;
  shifts: { id: string }[];
  is_critical_time: boolean;
  exists: boolean;
  minutes: number;
};

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-10-01', end_date: '2027-04-30' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
});

const day = async (who: keyof World['as'], path: string) => {
  const { status, body } = await world.as[who].get(`/api/calendar/day/${path}`);
  expect(status).toBe(200);
  expect(body.timeline).toHaveLength(24);
  return body;
};
const take = async (who: 'cleo' | 'dev' | 'eli', wish: Record<string, unknown>) => {
  const shift = await asked(world, who, { period, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
  return shift;
};
const hours = (timeline: Hour[], fits: (hour: Hour) => boolean) =>
  timeline.filter(fits).map(({ hour }) => hour);
const on = (id: string) => (hour: Hour) => hour.shifts.some((shift) => shift.id === id);

test('a stranger is asked to log in; next door sees its own', async () => {
  const answer = await world.anyone.get('/api/calendar/day/2026-12-07');
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  await take('cleo', { date: '2026-12-07' });
  expect(await day('fay', '2026-12-07')).toMatchObject({ time_zone: 'Europe/Berlin', shifts: [] });
});

test.each(['2026-02-30', '2026-13-01', 'today', '1899-12-31', '2026-12-07?person=7'])(
  '%s: 400 that names the field',
  async (path) => {
    const answer = await world.as.cleo.get(`/api/calendar/day/${path}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([path.includes('?') ? 'person' : 'date']);
  },
);

test('who covers each window, whole or in part, and the hours that must be covered', async () => {
  const date = '2026-12-09';
  const early = await take('cleo', { date, end: '08:00', notes: 'bike' });
  const late = await take('dev', { date, start: '08:00', end: '12:30' });
  const body = await day('eli', date);
  expect(body).toMatchObject({ day_name: 'Wednesday, December 09, 2026', total_hours: '6.50' });
  expect(body.coverage).toMatchObject({
    status: 'partial',
    morning_covered: true,
    evening_covered: false,
    morning_shift: { id: early, pa_name: 'Cleo Marsh' },
    evening_shift: null,
    windows: [
      { window: 'morning', covered: true, gaps: [], shifts: [{ id: early }, { id: late }] },
      {
        ...{ window: 'evening', covered: false, shifts: [] },
        gaps: [{ start_time: '21:00:00', end_time: '22:00:00' }],
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain('bike');
  expect(JSON.stringify(await day('cleo', date))).toContain('bike');
  expect(hours(body.timeline, (hour) => hour.is_critical_time)).toEqual([6, 7, 8, 21]);
  expect(hours(body.timeline, on(early))).toEqual([6, 7]);
  expect(hours(body.timeline, on(late))).toEqual([8, 9, 10, 11, 12]);
  expect(body.timeline[6]).toMatchObject({ hour_label: '06:00', exists: true, minutes: 60 });
});

test('critical hours follow the windows of that date', async () => {
  await world.sql(
    `INSERT INTO coverage_window SELECT organisation_id, gen_random_uuid(), 'noon', 'Noon', '11:30',
       '12:15', '2026-12-11', '2026-12-11' FROM person WHERE id = $1`,
    [world.ids.ben],
  );
  const critical = async (date: string) =>
    hours((await day('cleo', date)).timeline, (hour) => hour.is_critical_time);
  expect(await critical('2026-12-10')).toEqual([6, 7, 8, 21]);
  expect(await critical('2026-12-11')).toEqual([6, 7, 8, 11, 12, 21]);
});

describe('overnight', () => {
  test('in every hour of both days; hours count to its own date', async () => {
    const night = { start: '22:30', end: '09:15', overnight: true };
    const shift = await take('eli', { date: '2027-01-12', ...night });
    const first = await day('ben', '2027-01-12');
    const second = await day('ben', '2027-01-13');
    expect(hours(first.timeline, on(shift))).toEqual([22, 23]);
    expect(hours(second.timeline, on(shift))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([first.total_hours, second.total_hours]).toEqual(['10.75', '0.00']);
    expect(second.coverage).toMatchObject({ morning_covered: true, morning_shift: { id: shift } });
  });

  test('an hour that is skipped does not exist; one that comes twice is one row of two', async () => {
    const night = { start: '22:00', end: '06:00', overnight: true };
    const spring = await take('dev', { date: '2027-03-27', ...night });
    const short = (await day('ben', '2027-03-28')).timeline;
    expect(short[1]).toMatchObject({ hour: 1, exists: false, minutes: 0, shifts: [] });
    expect(hours(short, (hour) => !hour.exists)).toEqual([1]);
    expect(hours(short, on(spring))).toEqual([0, 2, 3, 4, 5]);
    const autumn = await take('dev', { date: '2026-10-24', ...night });
    const long = (await day('ben', '2026-10-25')).timeline;
    expect(long[1]).toMatchObject({ hour: 1, exists: true, minutes: 120 });
    expect(hours(long, on(autumn))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(long.reduce((sum: number, { minutes }: Hour) => sum + minutes, 0)).toBe(25 * 60);
  });
});

test('one person’s shifts, everyone’s coverage; requests when asked for, covering nothing', async () => {
  const date = '2027-02-02';
  const taken = await take('cleo', { date });
  const request = await asked(world, 'eli', { period, date, start: '21:00', end: '22:00' });
  const ids = async (who: keyof World['as'], query: string) =>
    (await day(who, `${date}?${query}`)).shifts.map(({ id }: { id: string }) => id);
  expect(await ids('dev', `person=${world.ids.dev}`)).toEqual([]);
  const other = await day('dev', `${date}?person=${world.ids.dev}`);
  expect(other.coverage).toMatchObject({ morning_covered: true, morning_shift: { id: taken } });
  expect(await ids('ben', 'pending=true')).toEqual([taken, request]);
  expect(await ids('eli', 'pending=true')).toEqual([taken, request]);
  expect(await ids('dev', 'pending=true')).toEqual([taken]);
  expect(await day('ben', `${date}?pending=true`)).toMatchObject({
    total_hours: '3.00',
    coverage: { evening_covered: false, evening_shift: null },
  });
});
