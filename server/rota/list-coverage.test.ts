import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-12-01', end_date: '2027-03-31' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
});

const coverage = (who: keyof World['as'], from: string, until = from) =>
  world.as[who].get(`/api/coverage?start_date=${from}&end_date=${until}`);
const take = async (who: 'cleo' | 'dev' | 'eli', wish: Record<string, unknown>) => {
  const shift = await asked(world, who, { period, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
  return shift;
};

test('a stranger is asked to log in; next door nobody of ours covers anything', async () => {
  await take('cleo', { date: '2026-12-01' });
  const path = '/api/coverage?start_date=2026-12-01&end_date=2026-12-01';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  const { body } = await coverage('fay', '2026-12-01');
  expect(body[0].status).toBe('none');
  expect(body[0].windows[0].by).toEqual([]);
});

test('per date and window: covered, by whom, and the gaps; the same for members', async () => {
  const first = await take('cleo', { date: '2026-12-02', end: '07:30', notes: 'secret' });
  const second = await take('dev', { date: '2026-12-02', start: '08:00', end: '21:30' });
  const { body } = await coverage('eli', '2026-12-02');
  expect(body).toEqual([
    {
      date: '2026-12-02',
      status: 'none',
      windows: [
        {
          window: 'morning',
          name: 'Morning',
          start_time: '06:00:00',
          end_time: '09:00:00',
          covered: false,
          gaps: [{ start_time: '07:30:00', end_time: '08:00:00' }],
          by: [
            { shift: first, person: world.ids.cleo, name: 'Cleo Marsh' },
            { shift: second, person: world.ids.dev, name: 'Dev Patel' },
          ],
        },
        {
          window: 'evening',
          name: 'Evening',
          start_time: '21:00:00',
          end_time: '22:00:00',
          covered: false,
          gaps: [{ start_time: '21:30:00', end_time: '22:00:00' }],
          by: [{ shift: second, person: world.ids.dev, name: 'Dev Patel' }],
        },
      ],
    },
  ]);
});

test('a night covers the morning after it, and only that', async () => {
  const night = { start: '21:00', end: '09:00', overnight: true };
  await take('eli', { date: '2026-12-03', ...night });
  const { body } = await coverage('ben', '2026-12-03', '2026-12-05');
  const covered = body.map((day: { windows: { covered: boolean }[] }) =>
    day.windows.map((window) => window.covered),
  );
  expect(covered).toEqual([
    [false, true],
    [true, false],
    [false, false],
  ]);
});

test('what ends takes its cover with it', async () => {
  const shift = await take('cleo', { date: '2026-12-08', end: '23:00' });
  const status = async () => (await coverage('ben', '2026-12-08')).body[0].status;
  expect(await status()).toBe('complete');
  await world.as.ben.patch(`/api/shifts/${shift}`, { end_time: '12:00' });
  expect(await status()).toBe('partial');
  await world.as.ben.delete(`/api/shifts/${shift}`);
  expect(await status()).toBe('none');
});

test('a window that changes counts from its date', async () => {
  await world.sql(
    `UPDATE coverage_window SET effective_until = '2026-12-19' WHERE slug = 'morning'`,
  );
  await world.sql(
    `INSERT INTO coverage_window (organisation_id, id, slug, name, start_time, end_time, effective_from)
     SELECT organisation_id, gen_random_uuid(), 'morning', 'Early morning', '05:00', '08:00', '2026-12-20'
     FROM person WHERE id = $1`,
    [world.ids.ben],
  );
  const { body } = await coverage('cleo', '2026-12-19', '2026-12-20');
  const names = body.map((day: { windows: { name: string }[] }) => day.windows[0]?.name);
  expect(names).toEqual(['Morning', 'Early morning']);
});

test('hours that spring skips need nobody', async () => {
  await world.sql(
    `INSERT INTO coverage_window (organisation_id, id, slug, name, start_time, end_time, effective_from)
     SELECT organisation_id, gen_random_uuid(), 'night', 'Night', '00:00', '03:00', '2027-03-28'
     FROM person WHERE id = $1`,
    [world.ids.ben],
  );
  await take('dev', { date: '2027-03-28', start: '00:00', end: '00:59' });
  const night = async () => (await coverage('ben', '2027-03-28')).body[0].windows[0];
  expect((await night()).gaps).toEqual([
    { start_time: '00:59:00', end_time: '01:00:00' },
    { start_time: '02:00:00', end_time: '03:00:00' },
  ]);
});

test('a year at most, and in order', async () => {
  expect((await coverage('ben', '2027-01-01', '2028-01-01')).body).toHaveLength(366);
  const tooLong = await coverage('ben', '2027-01-01', '2028-01-02');
  expect(tooLong).toMatchObject({
    status: 400,
    body: { errors: { end_date: ['At most 366 days at once.'] } },
  });
  const reversed = await coverage('ben', '2027-01-02', '2027-01-01');
  expect(Object.keys(reversed.body.errors)).toEqual(['end_date']);
  for (const date of ['2027-02-29', '0000-01-01', '9999-12-31', 'today']) {
    const answer = await coverage('ben', date, '2999-12-31');
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(['start_date']);
  }
});
