import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

const path = '/api/auth/organisations';
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const quay = { organisation_name: 'Quayside', time_zone: 'asia/riyadh' };

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post(path, quay)).status).toBe(401);
});

test('any member makes one and owns it, with what every organisation starts with', async () => {
  const { status, body } = await world.as.cleo.post(path, quay);
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'Quayside', slug: 'quayside', time_zone: 'Asia/Riyadh' });
  const there = { 'x-organisation': 'quayside' };
  const me = (await world.as.cleo.get('/api/auth/me', there)).body;
  expect(me).toMatchObject({
    ...{ full_name: 'Cleo Marsh', email: 'cleo@harbour.example', role: 'owner' },
    organisation: { slug: 'quayside' },
  });
  expect(me.id).not.toBe(world.ids.cleo);
  expect((await world.as.cleo.get('/api/coverage-windows', there)).body).toHaveLength(2);
  expect((await world.as.cleo.get('/api/users', there)).body).toHaveLength(1);
  expect(outcome(await world.as.cleo.get('/api/users'))).toEqual([403, 'forbidden']);
  const made = (await world.journal()).filter((entry) => entry.actor_id === me.id);
  expect(made.map(({ event }) => event)).toEqual(['organisation.registered', 'person.registered']);
});

test('two of a name at once get two slugs', async () => {
  const twin = { organisation_name: 'Twin' };
  const made = await Promise.all([world.as.cleo.post(path, twin), world.as.dev.post(path, twin)]);
  expect(made.map(({ body }) => body.slug).sort()).toEqual(['twin', 'twin-2']);
});

test.each([
  ['organisation_name', { organisation_name: '' }],
  ['time_zone', { organisation_name: 'X', time_zone: 'Mars' }],
  ['role', { organisation_name: 'X', role: 'owner' }],
])('400 on %s', async (field, body) => {
  const answer = await world.as.ada.post(path, body);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});

describe('where the program is reachable from outside', () => {
  test.each([
    [false, [403, 'signup_closed']],
    [true, [201, undefined]],
  ])('sign-up open: %s', async (openSignup, expected) => {
    const outside = await openWorld({ config: { local: false, openSignup } });
    expect(outcome(await outside.as.cleo.post(path, quay))).toEqual(expected);
  });
});
