import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
  const shifts = [
    ['2026-12-05', '06:00', '09:00'],
    ['2026-12-01', '21:00', '22:00'],
    ['2026-12-01', '06:00', '09:00'],
  ] as const;
  for (const [date, start, end] of shifts) {
    const shift = await asked(world, 'cleo', { period, date, start, end });
    await approve(world, shift);
  }
  await asked(world, 'cleo', { period, date: '2026-12-06' });
  await approve(world, await asked(world, 'dev', { period, date: '2026-12-07' }));
});

const times = (body: { date: string; start_time: string }[]) =>
  body.map(({ date, start_time }) => `${date} ${start_time.slice(0, 5)}`);

test('a stranger is asked to log in; next door has a schedule of its own', async () => {
  expect(outcome(await world.anyone.get('/api/shifts/my_schedule'))).toEqual([
    401,
    'unauthenticated',
  ]);
  expect((await world.as.gus.get('/api/shifts/my_schedule')).body).toEqual([]);
});

test('one’s own approved shifts, by date and start', async () => {
  const { body } = await world.as.cleo.get('/api/shifts/my_schedule');
  expect(times(body)).toEqual(['2026-12-01 06:00', '2026-12-01 21:00', '2026-12-05 06:00']);
  for (const shift of body) {
    expect(shift).toMatchObject({ status: 'APPROVED', requested_by: world.ids.cleo });
    expect(shift).not.toHaveProperty('admin_notes');
  }
});

test('an admin’s own schedule, not everyone’s', async () => {
  expect((await world.as.ben.get('/api/shifts/my_schedule')).body).toEqual([]);
});

test('from a date and until one', async () => {
  const of = async (query: string) =>
    times((await world.as.cleo.get(`/api/shifts/my_schedule?${query}`)).body);
  expect(await of('start_date=2026-12-02')).toEqual(['2026-12-05 06:00']);
  expect(await of('end_date=2026-12-01')).toEqual(['2026-12-01 06:00', '2026-12-01 21:00']);
  expect(await of('start_date=2026-12-02&end_date=2026-12-04')).toEqual([]);
  const odd = await world.as.cleo.get('/api/shifts/my_schedule?start_date=2026-13-01');
  expect(Object.keys(odd.body.errors)).toEqual(['start_date']);
});

test('page by page', async () => {
  const first = await world.as.cleo.get('/api/shifts/my_schedule?limit=2');
  expect(times(first.body)).toEqual(['2026-12-01 06:00', '2026-12-01 21:00']);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.as.cleo.get(next);
  expect(times(second.body)).toEqual(['2026-12-05 06:00']);
  expect(second.headers.get('link')).toBeNull();
});

test('a cursor with a time that no clock shows: 400', async () => {
  const parts = ['2026-12-01', '99:99:99', world.ids.cleo];
  const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
  const answer = await world.as.cleo.get(`/api/shifts/my_schedule?cursor=${cursor}`);
  expect(outcome(answer)).toEqual([400, 'invalid']);
});
