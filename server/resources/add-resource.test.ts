import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const add = (who: keyof World['as'], body: object) => world.as[who].post('/api/resources', body);

test('a stranger, a member: refused', async () => {
  expect((await world.anyone.post('/api/resources', { name: 'Court' })).status).toBe(401);
  expect(outcome(await add('cleo', { name: 'Court' }))).toEqual([403, 'forbidden']);
});

test('with what is said, and the rest as usual; as many units as it takes at once', async () => {
  const answer = await add('ben', {
    ...{ name: '  Court 1 ', colour: '#00aa55', capacity: 3, occupies_person: false },
    price: { per_hour: 1250, currency: 'GBP' },
    settings: { business_end_time: '22:00', slot_duration_minutes: 30, live_reservations_max: 2 },
  });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...{ name: 'Court 1', colour: '#00aa55', capacity: 3, occupies_person: false },
      ...{ is_default: false, version: 1, price: { per_hour: 1250, currency: 'GBP' } },
      own_settings: {
        ...{ business_start_time: null, business_end_time: '22:00:00', slot_duration_minutes: 30 },
        ...{ live_reservations_max: 2, hold_hours: null },
      },
      settings: {
        ...{ business_start_time: '07:00:00', business_end_time: '22:00:00', hold_hours: 48 },
        ...{ slot_duration_minutes: 30, live_reservations_max: 2, weekly_hours_max: null },
      },
      can: { edit: true, delete: true },
    },
  });
  const { id } = answer.body;
  expect(await eventsOf(world, id)).toEqual(['resource.created']);
  const units = await world.sql('SELECT number FROM resource_unit WHERE resource_id = $1', [id]);
  expect(units).toHaveLength(3);
  const bare = await add('ben', { name: 'Bare' });
  expect(bare.body).toMatchObject({ capacity: 1, occupies_person: true, price: null });
});

test('a name twice: resource_name_taken, however it is written; elsewhere it is free', async () => {
  await add('ben', { name: 'Studio' });
  expect(outcome(await add('ada', { name: 'STUDIO' }))).toEqual([409, 'resource_name_taken']);
  expect((await add('fay', { name: 'Studio' })).status).toBe(201);
});

describe('settings that contradict each other, or the organisation’s: 400 with the field', () => {
  test.each([
    [{ business_start_time: '20:00' }, 'business_end_time'],
    [{ stay_minutes_max: 10, stay_minutes_min: 20 }, 'stay_minutes_max'],
    [{ slot_duration_minutes: 800 }, 'slot_duration_minutes'],
    [{ stay_minutes_max: 45 }, 'slot_duration_minutes'],
    [{ stay_minutes_min: 90 }, 'slot_duration_minutes'],
  ])('%j', async (settings, field) => {
    const answer = await add('ben', { name: 'Odd', settings });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });

  test('shapes', async () => {
    for (const body of [
      { name: '' },
      { name: 'x', colour: 'red' },
      { name: 'x', capacity: 0 },
      { name: 'x', capacity: 201 },
      { name: 'x', price: { per_hour: 1.5, currency: 'GBP' } },
      { name: 'x', price: { per_hour: 1, currency: 'pounds' } },
      { name: 'x', settings: { business_start_time: '7' } },
    ]) {
      expect((await add('ben', body)).status).toBe(400);
    }
  });
});

test('the same name by two at once: one 201, one 409', async () => {
  const answers = await Promise.all([add('ben', { name: 'Twice' }), add('ada', { name: 'Twice' })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});
