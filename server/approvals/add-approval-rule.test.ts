import { beforeAll, describe, expect, test } from 'vitest';
import { makeRole } from '../organisations/testing.ts';
import { addRule, fridayEvening } from '../testing/approval-steps.ts';
import { addedResource } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';
import { nobodysId } from '../testing/valid-input.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('who may: not a stranger, not a member; next door has its own', async () => {
  const rule = { subject: 'reservation', name: 'Evenings', conditions: fridayEvening };
  const stranger = await world.anyone.post('/api/approval-rules', rule);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  expect(outcome(await addRule(world, {}, 'cleo'))).toEqual([403, 'forbidden']);
  const next = await addRule(world, { name: 'Abends' }, 'fay');
  expect(next.status).toBe(201);
  const ours = await world.as.ben.get('/api/approval-rules');
  expect(ours.body.map((one: { name: string }) => one.name)).not.toContain('Abends');
});

test('it is active and without end unless said; journalled, told to everyone', async () => {
  const ear = await openEar(world, 'cleo');
  ear.say({ type: 'subscribe', topic: 'organisation' });
  await ear.hears(({ type }) => type === 'subscribed');
  const window = { weekdays: [5, 4], start_time: '18:00', end_time: '21:00' };
  const answer = await addRule(world, { name: ' Evenings ', conditions: { window } });
  const rule = {
    ...{ subject: 'reservation', resource: null, name: 'Evenings', is_active: true, version: 1 },
    conditions: {
      version: 1,
      window: { weekdays: [4, 5], start_time: '18:00:00', end_time: '21:00:00' },
    },
    ...{ effective_from: null, effective_until: null },
  };
  expect(answer).toMatchObject({ status: 201, body: rule });
  expect(answer.headers.get('etag')).toBe('"1"');
  const entry = (await world.journal()).at(-1);
  expect(entry).toMatchObject({
    ...{ event: 'approval_rule.created', actor_id: world.ids.ben, subject_id: answer.body.id },
    data: { rule },
  });
  const told = await ear.hears(({ type }) => type === 'approval_rule.created');
  expect(JSON.stringify(told)).not.toContain('Evenings');
});

test('every condition is kept as it was said', async () => {
  const conditions = {
    ...{ version: 1, roles: ['member'], first_booking: true },
    hours: { over_minutes: 120, per: 'week' },
    cost: { over: 5_000, currency: 'EUR' },
  };
  const dates = { effective_from: '2026-12-01', effective_until: '2026-12-31' };
  const { body } = await addRule(world, { conditions, is_active: false, ...dates });
  expect(body).toMatchObject({ conditions, is_active: false, ...dates });
  expect((await world.as.ben.get(`/api/approval-rules/${body.id}`)).body).toEqual(body);
});

test('of one resource, which is there; only reservations and trades are of one', async () => {
  const resource = await addedResource(world, 'Court');
  expect((await addRule(world, { resource })).body.resource).toBe(resource);
  expect((await addRule(world, { resource, subject: 'trade' })).status).toBe(201);
  const field = async (rule: object, who: 'ben' | 'fay' = 'ben') =>
    Object.keys((await addRule(world, rule, who)).body.errors ?? {});
  expect(await field({ resource, subject: 'shift' })).toEqual(['resource']);
  expect(await field({ resource: nobodysId })).toEqual(['resource']);
  expect(await field({ resource }, 'fay')).toEqual(['resource']);
});

describe('refusals', () => {
  const window = fridayEvening.window;
  test.each<[string, object]>([
    ['conditions.roles', { conditions: { roles: ['king'] } }],
    ['conditions.window.weekdays.0', { conditions: { window: { ...window, weekdays: [7] } } }],
    ['conditions.window.weekdays', { conditions: { window: { ...window, weekdays: [] } } }],
    [
      'conditions.window.start_time',
      { conditions: { window: { ...window, start_time: '24:00' } } },
    ],
    [
      'conditions.window.end_time',
      { conditions: { window: { weekdays: [1], start_time: '06:00' } } },
    ],
    ['conditions.hours.per', { conditions: { hours: { over_minutes: 1, per: 'year' } } }],
    ['conditions.hours.over_minutes', { conditions: { hours: { over_minutes: -1, per: 'day' } } }],
    ['conditions.cost.currency', { conditions: { cost: { over: 1, currency: 'euro' } } }],
    ['conditions.first_booking', { conditions: { first_booking: false } }],
    ['conditions.version', { conditions: { version: 2 } }],
    ['conditions.weather', { conditions: { weather: 'rain' } }],
    ['effective_until', { effective_from: '2026-12-02', effective_until: '2026-12-01' }],
    ['name', { name: '' }],
    ['subject', { subject: 'absence' }],
  ])('400 on %s, nothing written', async (field, change) => {
    const before = await world.sql('SELECT count(*) FROM approval_rule');
    const answer = await addRule(world, change);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
    expect(await world.sql('SELECT count(*) FROM approval_rule')).toEqual(before);
  });

  test('an own role may be named by its id, next door’s may not', async () => {
    const roles = [await makeRole(world, 'Night lead', ['shift.read'])];
    expect((await addRule(world, { conditions: { roles } })).status).toBe(201);
    expect((await addRule(world, { conditions: { roles } }, 'fay')).status).toBe(400);
  });

  test('more than 200: too_many_rules', async () => {
    await world.sql(
      `INSERT INTO approval_rule (organisation_id, id, subject, name, conditions, created_at, updated_at)
       SELECT organisation_id, gen_random_uuid(), 'trade', 'Rule ' || n, '{"version": 1}', now(), now()
       FROM person, generate_series(1, 200) n WHERE person.id = $1`,
      [world.ids.fay],
    );
    expect(outcome(await addRule(world, {}, 'fay'))).toEqual([409, 'too_many_rules']);
  });
});

test('twice at once: two rules, one asks for no less than the other', async () => {
  const answers = await Promise.all([addRule(world, {}), addRule(world, {}, 'ada')]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
});
