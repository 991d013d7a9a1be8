import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let id: string;
beforeAll(async () => {
  world = await openWorld();
});
/** Each test has a window of its own that has been in effect for a year. */
beforeEach(async ({ task }) => {
  const [row] = await world.sql<{ id: string }>(
    `INSERT INTO coverage_window (organisation_id, id, slug, name, start_time, end_time, effective_from)
     SELECT organisation_id, gen_random_uuid(), $2, $3, '12:00', '13:00', '2025-11-20'
     FROM person WHERE id = $1 RETURNING id`,
    [world.ids.ben, task.id, task.name.slice(0, 60)],
  );
  id = row?.id as string;
});

const edit = (window: string, change: object, who: keyof World['as'] = 'ben') =>
  world.as[who].patch(`/api/coverage-windows/${window}`, change);
const versions = () =>
  world.sql(
    `SELECT start_time::text AS start, effective_from::text AS from, effective_until::text AS until
     FROM coverage_window WHERE slug = (SELECT slug FROM coverage_window WHERE id = $1)
     ORDER BY effective_from`,
    [id],
  );

test('who may: not a stranger, not a member, not next door', async () => {
  const change = { name: 'Mine' };
  const stranger = await world.anyone.patch(`/api/coverage-windows/${id}`, change);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  expect(outcome(await edit(id, change, 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await edit(id, change, 'fay'))).toEqual([404, 'not_found']);
});

test('from today: the old row ends yesterday, a new one with its slug begins', async () => {
  const answer = await edit(id, { start_time: '11:30' });
  expect(answer).toMatchObject({
    status: 200,
    body: { start_time: '11:30:00', end_time: '13:00:00', effective_from: '2026-11-20' },
  });
  expect(answer.body.id).not.toBe(id);
  expect(await versions()).toEqual([
    { start: '12:00:00', from: '2025-11-20', until: '2026-11-19' },
    { start: '11:30:00', from: '2026-11-20', until: null },
  ]);
  expect(await eventsOf(world, answer.body.id)).toEqual(['coverage_window.updated']);
  expect((await world.journal()).at(-1)).toMatchObject({
    actor_id: world.ids.ben,
    data: {
      ...{ change: 'edited', from: '2026-11-20', window: { start_time: '11:30:00' } },
      before: { id, start_time: '12:00:00' },
    },
  });
});

test('again on the same day: the row that begins today is changed itself', async () => {
  const { body } = await edit(id, { start_time: '11:30' });
  const again = await edit(body.id, { start_time: '11:00' });
  expect(again.body).toMatchObject({ id: body.id, start_time: '11:00:00' });
  expect(await versions()).toHaveLength(2);
});

test('from a date to come: the calendar knows both, the list shows both', async () => {
  const { body } = await edit(id, { start_time: '10:00', effective_from: '2026-12-05' });
  const list = (await world.as.cleo.get('/api/coverage-windows')).body;
  expect(list.filter((one: { slug: string }) => one.slug === body.slug)).toMatchObject([
    { id: body.id, start_time: '10:00:00', effective_from: '2026-12-05', effective_until: null },
    { id, start_time: '12:00:00', effective_until: '2026-12-04' },
  ]);
  const period = await openPeriod(world);
  for (const date of ['2026-12-04', '2026-12-05']) {
    await approve(
      world,
      await asked(world, 'cleo', { period, date, start: '12:00', end: '13:00' }),
    );
  }
  const coverage = await world.as.cleo.get(
    '/api/coverage?start_date=2026-12-04&end_date=2026-12-05',
  );
  const covered = coverage.body.map(
    (day: { windows: { window: string; covered: boolean }[] }) =>
      day.windows.find((one) => one.window === body.slug)?.covered,
  );
  expect(covered).toEqual([true, false]);
  const sooner = await edit(id, { start_time: '11:30', effective_from: '2026-12-01' });
  expect(sooner.body).toMatchObject({
    effective_from: '2026-12-01',
    effective_until: '2026-12-04',
  });
  expect(outcome(await edit(body.id, { effective_from: '2026-12-03' }))).toEqual([
    409,
    'window_exists',
  ]);
});

test('a change of nothing is no event', async () => {
  expect((await edit(id, { start_time: '12:00' })).body.id).toBe(id);
  expect(await eventsOf(world, id)).toEqual([]);
});

describe('refusals', () => {
  test('an end before the start, or a date in the past: 400 that names the field', async () => {
    const late = await edit(id, { start_time: '13:00' });
    expect(Object.keys(late.body.errors)).toEqual(['end_time']);
    const past = await edit(id, { start_time: '11:00', effective_from: '2026-11-19' });
    expect(Object.keys(past.body.errors)).toEqual(['effective_from']);
    expect(await versions()).toHaveLength(1);
  });

  test('one that has ended: window_ended; one’s name taken: window_exists', async () => {
    const { body } = await edit(id, { start_time: '11:30' });
    expect(outcome(await edit(id, { start_time: '11:00' }))).toEqual([409, 'window_ended']);
    expect(outcome(await edit(body.id, { name: 'morning' }))).toEqual([409, 'window_exists']);
  });
});

test('twice at once from the same date: one begins, the other finds it ended', async () => {
  const answers = await Promise.all([
    edit(id, { start_time: '11:00' }),
    edit(id, { start_time: '11:30' }, 'ada'),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await versions()).toHaveLength(2);
});
