import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-12-01', end_date: '2026-12-02' };
  period = await openPeriod(world, { name: 'Two days', ...dates });
});

const read = async (who: keyof World['as']) =>
  (await world.as[who].get(`/api/schedule-periods/${period}`)).body;

test('a stranger is asked to log in; next door finds nothing', async () => {
  const path = `/api/schedule-periods/${period}`;
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.fay.get(path))).toEqual([404, 'not_found']);
});

test('an empty period has every window of every date as a gap', async () => {
  const morning = { window: 'Morning', spans: [{ start_time: '06:00:00', end_time: '09:00:00' }] };
  const evening = { window: 'Evening', spans: [{ start_time: '21:00:00', end_time: '22:00:00' }] };
  expect(await read('cleo')).toMatchObject({
    name: 'Two days',
    shift_count: 0,
    shifts: [],
    coverage_summary: {
      total_approved_shifts: 0,
      pending_requests: 0,
      status: 'OPEN',
      gaps: [
        { date: '2026-12-01', ...morning },
        { date: '2026-12-01', ...evening },
        { date: '2026-12-02', ...morning },
        { date: '2026-12-02', ...evening },
      ],
    },
  });
});

test('shifts by date: all for an admin, one’s own for a member; the gaps are everyone’s', async () => {
  const second = await asked(world, 'dev', { period, date: '2026-12-02', notes: 'mine' });
  const first = await asked(world, 'cleo', { period, date: '2026-12-01', end: '08:00' });
  await approve(world, first);
  const seen = await read('ben');
  expect(seen.shifts.map((shift: { id: string }) => shift.id)).toEqual([first, second]);
  expect(seen.coverage_summary).toMatchObject({ total_approved_shifts: 1, pending_requests: 1 });
  expect(seen.coverage_summary.gaps[0]).toEqual({
    date: '2026-12-01',
    window: 'Morning',
    spans: [{ start_time: '08:00:00', end_time: '09:00:00' }],
  });
  const own = await read('dev');
  expect(own.shifts.map((shift: { id: string }) => shift.id)).toEqual([second]);
  expect(own.shift_count).toBe(1);
  expect(own.coverage_summary.gaps).toEqual(seen.coverage_summary.gaps);
  expect(JSON.stringify(await read('eli'))).not.toContain('mine');
});

test('a night from the day before the period covers its first morning', async () => {
  const dates = { start_date: '2026-11-30', end_date: '2026-11-30' };
  const before = await openPeriod(world, { name: 'The day before', ...dates });
  const night = { period: before, date: '2026-11-30', start: '22:00', end: '09:00' };
  const shift = await asked(world, 'eli', { ...night, overnight: true });
  await world.as.ben.delete(`/api/shifts/${(await read('ben')).shifts[0].id}`);
  expect((await read('ben')).coverage_summary.gaps).toHaveLength(4);
  await approve(world, shift);
  expect((await read('ben')).coverage_summary.gaps).toHaveLength(3);
});

test('an id that is none is named', async () => {
  const answer = await world.as.ben.get('/api/schedule-periods/next');
  expect(Object.keys(answer.body.errors)).toEqual(['id']);
});
