import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const noon = { name: 'Noon', start_time: '12:00', end_time: '13:00' };
const add = (window: object, who: keyof World['as'] = 'ben') =>
  world.as[who].post('/api/coverage-windows', window);
const coverageOn = async (date: string) => {
  const answer = await world.as.cleo.get(`/api/coverage?start_date=${date}&end_date=${date}`);
  return answer.body[0];
};

test('who may: not a stranger, not a member; next door has its own', async () => {
  expect(outcome(await world.anyone.post('/api/coverage-windows', noon))).toEqual([
    401,
    'unauthenticated',
  ]);
  expect(outcome(await add(noon, 'cleo'))).toEqual([403, 'forbidden']);
  expect((await add({ ...noon, name: 'Matinee' }, 'fay')).status).toBe(201);
  expect((await world.as.ben.get('/api/coverage-windows')).body).toHaveLength(2);
});

test('it must be covered from today on, not before; everyone is told', async () => {
  const ear = await openEar(world, 'cleo');
  ear.say({ type: 'subscribe', topic: 'organisation' });
  await ear.hears(({ type }) => type === 'subscribed');
  const answer = await add({ ...noon, name: ' Over lunch ' });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...{ slug: 'over-lunch', name: 'Over lunch', start_time: '12:00:00', end_time: '13:00:00' },
      ...{ effective_from: '2026-11-20', effective_until: null },
    },
  });
  expect(await ear.hears(({ window }) => window?.name === 'Over lunch')).toMatchObject({
    message: 'What must be covered changed',
    change: 'added',
    window: { name: 'Over lunch' },
  });
  ear.close();
  expect(await eventsOf(world, answer.body.id)).toEqual(['coverage_window.updated']);
  const slugs = (day: { windows: { window: string }[] }) => day.windows.map((one) => one.window);
  expect(slugs(await coverageOn('2026-11-19'))).toEqual(['morning', 'evening']);
  expect(slugs(await coverageOn('2026-11-20'))).toEqual(['morning', 'over-lunch', 'evening']);
});

test('coverage is right at once, also where windows overlap', async () => {
  const date = '2026-12-01';
  const period = await openPeriod(world);
  const shift = await asked(world, 'cleo', { period, date, start: '06:00', end: '22:00' });
  await approve(world, shift);
  expect((await coverageOn(date)).status).toBe('complete');
  await add({ name: 'Early', start_time: '05:30', end_time: '07:00', effective_from: date });
  expect(await coverageOn(date)).toMatchObject({
    status: 'partial',
    windows: [
      { window: 'early', gaps: [{ start_time: '05:30:00', end_time: '06:00:00' }] },
      {},
      {},
      {},
    ],
  });
});

describe('refusals', () => {
  test.each([
    ['an end before the start', { end_time: '11:00' }, 'end_time'],
    ['no length', { end_time: '12:00:00' }, 'end_time'],
    ['from yesterday', { effective_from: '2026-11-19' }, 'effective_from'],
  ])('%s: 400 that names the field', async (_what, change, field) => {
    const answer = await add({ ...noon, ...change });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, [field]]);
  });

  test('a name that is there: window_exists', async () => {
    expect(outcome(await add({ ...noon, name: 'MORNING' }))).toEqual([409, 'window_exists']);
  });
});

test('names that make the same slug, or none, get one each', async () => {
  const slug = async (name: string) => (await add({ ...noon, name })).body.slug;
  expect(await slug('Spät!')).toBe('spat');
  expect(await slug('Spat')).toBe('spat-2');
  expect(await slug('夜勤')).toBe('window');
  expect(await slug('日勤')).toBe('window-2');
});

test('twice at once: one', async () => {
  const answers = await Promise.all([
    add({ ...noon, name: 'Tea' }),
    add({ ...noon, name: 'Tea' }, 'ada'),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});
