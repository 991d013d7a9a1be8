import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, commitElsewhere, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const queue = async () => (await world.as.ben.get('/api/shifts/pending?limit=200')).body;
const effectOf = async (shift: string) =>
  (await queue()).find((row: { id: string }) => row.id === shift)?.effect;

test('a stranger is asked to log in, a member may not', async () => {
  expect(outcome(await world.anyone.get('/api/shifts/pending'))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get('/api/shifts/pending'))).toEqual([403, 'forbidden']);
});

test('an empty queue is empty', async () => {
  expect(await queue()).toEqual([]);
});

test('oldest first, only what waits, only of the own organisation', async () => {
  const first = await asked(world, 'cleo', { period, date: '2026-12-30' });
  world.clock.advance({ minutes: 1 });
  const second = await asked(world, 'dev', { period, date: '2026-12-29' });
  world.clock.advance({ minutes: 1 });
  const third = await asked(world, 'eli', { period, date: '2026-12-28' });
  const shown = async () => (await queue()).map((row: { id: string }) => row.id);
  expect(await shown()).toEqual([first, second, third]);
  expect((await world.as.fay.get('/api/shifts/pending')).body).toEqual([]);

  const page = await world.as.ben.get('/api/shifts/pending?limit=2&count=true');
  expect(page.headers.get('x-total-count')).toBe('3');
  const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
  const rest = await world.as.ben.get(next);
  expect(rest.body.map((row: { id: string }) => row.id)).toEqual([third]);
  expect(rest.headers.get('link')).toBeNull();

  await approve(world, first);
  await world.as.ben.post(`/api/shifts/${second}/reject`, { rejected_reason: 'no' });
  await world.as.eli.delete(`/api/shifts/${third}`);
  expect(await shown()).toEqual([]);
});

test('what approving would do is what approving does', async () => {
  const date = '2026-12-01';
  const half = await asked(world, 'cleo', { period, date, start: '06:00', end: '08:00' });
  const whole = await asked(world, 'dev', { period, date, start: '08:00', end: '22:30' });
  expect(await effectOf(half)).toEqual({
    covers: [{ window: 'Morning', date, covered_before: false, covered_after: false }],
    week: '2026-W49',
    weekly_hours_after: '2.00',
    weekly_limit: '40.00',
    exceeds_limit: false,
    clashes: [],
  });
  await approve(world, half);
  expect(await effectOf(whole)).toMatchObject({
    covers: [
      { window: 'Morning', covered_before: false, covered_after: true },
      { window: 'Evening', covered_before: false, covered_after: true },
    ],
    weekly_hours_after: '14.50',
  });
  expect((await approve(world, whole)).status).toBe(200);
  const { body } = await world.as.ben.get(`/api/coverage?start_date=${date}&end_date=${date}`);
  expect(body[0].status).toBe('complete');
  const hours = await world.as.dev.get('/api/hours?week=2026-W49');
  expect(hours.body[0].hours).toBe('14.50');
});

test('one that changes no window covers none; a night may cover the morning after', async () => {
  const noon = await asked(world, 'eli', {
    ...{ period, date: '2026-12-02', start: '12:00', end: '13:00' },
  });
  expect((await effectOf(noon)).covers).toEqual([]);
  const night = await asked(world, 'eli', {
    ...{ period, date: '2026-12-02', start: '20:00', end: '09:00', overnight: true },
  });
  expect((await effectOf(night)).covers).toEqual([
    { window: 'Evening', date: '2026-12-02', covered_before: false, covered_after: true },
    { window: 'Morning', date: '2026-12-03', covered_before: false, covered_after: true },
  ]);
});

test('clashes name who holds the seat, and the person’s own commitment elsewhere', async () => {
  const date = '2026-12-07';
  const held = await asked(world, 'cleo', { period, date });
  await approve(world, held);
  const late = await asked(world, 'dev', { period, date, start: '08:00', end: '10:00' });
  expect((await effectOf(late)).clashes).toEqual([
    {
      shift: held,
      name: 'Cleo Marsh',
      starts_at: '2026-12-07T06:00:00Z',
      ends_at: '2026-12-07T09:00:00Z',
      sentence: 'Cleo Marsh from 06:00 to 09:00 on 2026-12-07',
    },
  ]);
  expect(outcome(await approve(world, late))).toEqual([409, 'shift_overlaps']);

  await commitElsewhere(world, 'eli', '2026-12-08T08:00Z', '2026-12-08T12:00Z');
  const busy = await asked(world, 'eli', { period, date: '2026-12-08' });
  expect((await effectOf(busy)).clashes).toMatchObject([{ name: 'Someone' }]);
  expect(outcome(await approve(world, busy))).toEqual([409, 'person_busy']);
  const touching = await asked(world, 'eli', {
    ...{ period, date: '2026-12-08', start: '12:00', end: '13:00' },
  });
  expect((await effectOf(touching)).clashes).toEqual([]);
});

test('with a free seat left nobody is in the way', async () => {
  const dates = { start_date: '2027-01-01', end_date: '2027-01-31' };
  const pair = await openPeriod(world, { name: 'Pairs', ...dates, seats: 2 });
  const wish = { period: pair, date: '2027-01-04' };
  await approve(world, await asked(world, 'cleo', wish));
  const second = await asked(world, 'dev', wish);
  expect((await effectOf(second)).clashes).toEqual([]);
  await approve(world, second);
  const third = await asked(world, 'eli', wish);
  const names = (await effectOf(third)).clashes.map((clash: { name: string }) => clash.name);
  expect(names.sort()).toEqual(['Cleo Marsh', 'Dev Patel']);
});

test('hours beyond the limit are said before they are refused', async () => {
  const long = { period, start: '09:00', end: '21:00' };
  await approve(world, await asked(world, 'eli', { ...long, date: '2026-12-14' }));
  await approve(world, await asked(world, 'eli', { ...long, date: '2026-12-15' }));
  const more = await asked(world, 'eli', { period, date: '2026-12-16' });
  expect(await effectOf(more)).toMatchObject({
    weekly_hours_after: '27.00',
    weekly_limit: '24.00',
    exceeds_limit: true,
  });
  expect(outcome(await approve(world, more))).toEqual([409, 'overtime']);
  const nextWeek = await asked(world, 'eli', { period, date: '2026-12-21' });
  expect(await effectOf(nextWeek)).toMatchObject({
    week: '2026-W52',
    weekly_hours_after: '3.00',
    exceeds_limit: false,
  });
});
