import { beforeAll, describe, expect, test } from 'vitest';
import { outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const create = (body: object) => world.as.ben.post('/api/duty-types', body);
const evening = { start_time: '18:00', end_time: '20:00' };

test('strangers and members may not; another organisation makes its own', async () => {
  const call = (as: World['anyone']) => as.post('/api/duty-types', { name: 'Azaan', ...evening });
  expect(await outsiders(world, call)).toEqual([401, 403, 201]);
  expect((await world.as.ben.get('/api/duty-types')).body).toEqual([]);
});

test('by the clock: one person, a colour and the next place unless said otherwise', async () => {
  const answer = await create({ name: 'Doors', ...evening });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...{ name: 'Doors', start_time: '18:00:00', end_time: '20:00:00', overnight: false },
      ...{ sun: null, people: 1, position: 0, active: true, version: 1 },
      can: { edit: true, delete: true },
    },
  });
  expect(answer.body.colour).toMatch(/^#[0-9a-f]{6}$/);
  expect(await eventsOf(world, answer.body.id)).toEqual(['duty_type.created']);
  const next = await create({ name: 'Tea', ...evening, people: 3, colour: '#123abc' });
  expect(next.body).toMatchObject({ position: 1, people: 3, colour: '#123abc' });
  const seen = await world.as.cleo.get(`/api/duty-types/${next.body.id}`);
  expect(seen.body.can).toEqual({ edit: false, delete: false });
});

test('over midnight when the end is not after the start', async () => {
  const night = await create({ name: 'Night', start_time: '22:00', end_time: '06:00' });
  expect(night.body).toMatchObject({ overnight: true });
  const whole = await create({ name: 'Day', start_time: '08:00', end_time: '08:00' });
  expect(whole.body).toMatchObject({ overnight: true });
});

test('by the sun: an event, minutes after or before it, how long', async () => {
  const sun = { event: 'maghrib', offset_minutes: -10, minutes: 25 };
  const answer = await create({ name: 'Azaan', sun });
  expect(answer.body).toMatchObject({ sun, start_time: null, end_time: null, overnight: false });
});

describe('refusals', () => {
  test.each([
    ['no time', {}, 'start_time'],
    ['no end', { start_time: '18:00' }, 'end_time'],
    [
      'clock and sun',
      { ...evening, sun: { event: 'isha', offset_minutes: 0, minutes: 5 } },
      'start_time',
    ],
    ['backwards', { start_time: '20:00', end_time: '18:00', overnight: false }, 'end_time'],
    ['longer than a day', { start_time: '08:00', end_time: '09:00', overnight: true }, 'end_time'],
    ['no such event', { sun: { event: 'noon', offset_minutes: 0, minutes: 5 } }, 'sun.event'],
    ['no length', { sun: { event: 'isha', offset_minutes: 0, minutes: 0 } }, 'sun.minutes'],
    ['no colour', { ...evening, colour: 'red' }, 'colour'],
    ['nobody', { ...evening, people: 0 }, 'people'],
  ])('%s: 400 naming the field', async (_, body, field) => {
    const answer = await create({ name: 'Wrong', ...body });
    expect(answer).toMatchObject({ status: 400, body: { errors: { [field]: expect.anything() } } });
  });

  test('a name that is there, in whatever letters: duty_type_exists; twice at once: one', async () => {
    expect(await create({ name: 'DOORS', ...evening })).toMatchObject({
      status: 409,
      body: { code: 'duty_type_exists' },
    });
    const answers = await Promise.all([1, 2].map(() => create({ name: 'Once', ...evening })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('more than 200: too_many_duty_types', async () => {
    await world.sql(
      `INSERT INTO duty_type (organisation_id, id, name, start_time, end_time, overnight, colour,
         created_at, updated_at)
       SELECT organisation_id, gen_random_uuid(), 'Many ' || n, '08:00', '09:00', false, '#000000',
         now(), now() FROM person, generate_series(1, 195) n WHERE id = $1`,
      [world.ids.ben],
    );
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => create({ name: `More ${name}`, ...evening })),
    );
    expect(answers.map(({ status }) => status)).toContain(409);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('too_many_duty_types');
  });
});
