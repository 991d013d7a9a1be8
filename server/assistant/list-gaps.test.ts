import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere, openPeriod, outcome, setPeriod } from '../testing/rota-steps.ts';
import { takes } from './testing.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const gaps = (from: string, until = from, who: 'ben' | 'cleo' | 'fay' = 'ben') =>
  world.as[who].get(`/api/gaps?start_date=${from}&end_date=${until}`);
const names = (gap: { candidates: { name: string }[] }) => gap.candidates.map(({ name }) => name);

test('a stranger is asked to log in, a member may not, next door sees none of ours', async () => {
  const path = '/api/gaps?start_date=2026-12-01&end_date=2026-12-02';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await gaps('2026-12-01', '2026-12-02', 'cleo'))).toEqual([403, 'forbidden']);
  expect((await gaps('2026-12-01', '2026-12-02', 'fay')).body).toEqual([]);
});

test('a day of nothing: both windows, the three of most hours left, with reasons', async () => {
  const { status, body } = await gaps('2026-12-01');
  expect(status).toBe(200);
  expect(body).toHaveLength(2);
  const window = {
    window: 'morning',
    name: 'Morning',
    start_time: '06:00:00',
    end_time: '09:00:00',
  };
  const reasons = [
    ...['free from 06:00 to 09:00', '3 of 40 hours that week with it', 'no usual days yet'],
  ];
  const could = { reasons, hours_after: '3.00', limit: '40.00' };
  expect(body[0]).toEqual({
    ...{ schedule_period: period, date: '2026-12-01', ...window },
    gaps: [{ start_time: '06:00:00', end_time: '09:00:00' }],
    candidates: [
      { person: world.ids.ada, name: 'Ada Okafor', ...could },
      { person: world.ids.ben, name: 'Ben Lindqvist', ...could },
      { person: world.ids.cleo, name: 'Cleo Marsh', ...could },
    ],
  });
  expect(body[1]).toMatchObject({ window: 'evening', date: '2026-12-01' });
});

test('what is covered is no gap, what is covered in part is one in what is left', async () => {
  await takes(world, 'cleo', { period, date: '2026-12-02' });
  await takes(world, 'dev', { period, date: '2026-12-02', start: '21:20', end: '21:40' });
  const { body } = await gaps('2026-12-02');
  expect(body).toHaveLength(1);
  const evening = [
    { start_time: '21:00:00', end_time: '21:20:00' },
    { start_time: '21:40:00', end_time: '22:00:00' },
  ];
  expect(body[0]).toMatchObject({ window: 'evening', gaps: evening });
  expect(body[0].candidates[0].reasons[0]).toBe('free from 21:00 to 21:20 and from 21:40 to 22:00');
});

describe('who is left out', () => {
  test('who is committed anywhere, who is over their hours, who is not active', async () => {
    await commitElsewhere(world, 'ada', '2026-12-08T08:59:00Z', '2026-12-08T12:00:00Z');
    const busy = { period, start: '09:00', end: '21:00' };
    // Eli's limit is 24 hours: with 22 an hour fits and three do not.
    await takes(world, 'eli', { ...busy, date: '2026-12-10' });
    await takes(world, 'eli', { ...busy, date: '2026-12-11', start: '10:00', end: '20:00' });
    await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.dev]);
    const [morning, evening] = (await gaps('2026-12-08')).body;
    expect(names(morning)).toEqual(['Ben Lindqvist', 'Cleo Marsh']);
    await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.cleo]);
    expect(names((await gaps('2026-12-08')).body[1])).toEqual([
      ...['Ada Okafor', 'Ben Lindqvist', 'Eli Novak'],
    ]);
    expect(names(evening)).toContain('Cleo Marsh');
    await world.sql('UPDATE person SET active = true');
  });
});

describe('where there are none', () => {
  test('outside of every period, in one that is finalized', async () => {
    expect((await gaps('2027-06-01', '2027-06-30')).body).toEqual([]);
    const may = { name: 'May', start_date: '2027-05-01', end_date: '2027-05-02' };
    const other = await openPeriod(world, may);
    for (const [status, count] of [
      ['OPEN', 4],
      ['LOCKED', 4],
      ['FINALIZED', 0],
    ] as const) {
      await setPeriod(world, other, status);
      expect((await gaps('2027-04-30', '2027-05-03')).body).toHaveLength(count);
    }
  });

  test('in what is over', async () => {
    const november = { name: 'November', start_date: '2026-11-19', end_date: '2026-11-20' };
    await openPeriod(world, november);
    // It is nine in the morning of the 20th: the morning window ends now.
    const { body } = await gaps('2026-11-19', '2026-11-20');
    expect(body.map(({ date, window }: Record<string, string>) => `${date} ${window}`)).toEqual([
      '2026-11-20 evening',
    ]);
  });
});

test('an end before the start, and more than 62 days: 400 that names the field', async () => {
  for (const [from, until] of [
    ['2026-12-02', '2026-12-01'],
    ['2026-12-01', '2027-02-01'],
  ] as const) {
    const answer = await gaps(from, until);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, ['end_date']]);
  }
  expect((await gaps('2026-12-01', '2027-01-31')).status).toBe(200);
});
