import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';
import { personIn } from './testing.ts';

const path = '/api/organisation/leave';
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post(path, {})).status).toBe(401);
});

test('who leaves is out at once, sockets closed; the admins are told; the entry stays', async () => {
  const ear = await openEar(world, 'dev');
  expect((await world.as.dev.post(path, {})).body.message).toBe('You left Harbour Care.');
  expect(await ear.closed).toBe(4401);
  expect(outcome(await world.as.dev.get('/api/auth/me'))).toEqual([401, 'token_invalid']);
  const body = { email: 'dev@harbour.example', password: 'harbour-lantern-42' };
  expect(outcome(await world.anyone.post('/api/auth/login', body))).toEqual([
    401,
    'wrong_credentials',
  ]);
  const told = (await world.journal()).filter((entry) => entry.subject_id === world.ids.dev);
  expect(told.at(-1)).toMatchObject({ event: 'person.left', actor_id: world.ids.dev });
  const mails = (await world.messages()).filter(({ template }) => template === 'person-left');
  expect(mails.map(({ address }) => address).sort()).toEqual([
    'ada@harbour.example',
    'ben@harbour.example',
  ]);
  const { body: people } = await world.as.ada.get('/api/users?search=dev@');
  expect(people).toMatchObject([{ full_name: 'Dev Patel', is_active: false }]);
});

test('from one of several: the others stay, and the session there too', async () => {
  await world.as.cleo.post('/api/auth/organisations', { organisation_name: 'Quayside' });
  const there = { 'x-organisation': 'quayside' };
  expect(outcome(await world.as.cleo.post(path, {}, there))).toEqual([409, 'last_owner']);
  const helper = { email: 'eli@harbour.example', full_name: 'Eli Novak', role: 'owner' };
  await world.sql('UPDATE account SET email_verified_at = now()');
  expect((await world.as.cleo.post('/api/users', helper, there)).status).toBe(201);
  await world.sql("UPDATE person SET active = true, standing = 'in' WHERE email = $1", [
    helper.email,
  ]);
  expect((await world.as.cleo.post(path, {}, there)).status).toBe(200);
  expect(outcome(await world.as.cleo.get('/api/auth/me', there))).toEqual([403, 'not_a_member']);
  expect((await world.as.cleo.get('/api/auth/me')).body.organisations).toHaveLength(1);
});

describe('the last owner', () => {
  test('can’t leave', async () => {
    expect(outcome(await world.as.ada.post(path, {}))).toEqual([409, 'last_owner']);
    expect((await world.as.ada.get('/api/auth/me')).status).toBe(200);
    expect((await world.journal()).filter(({ event }) => event === 'person.left')).toHaveLength(2);
  });

  test('two owners who leave at once: one is out, one stays', async () => {
    const { client } = await personIn(world, 'owner');
    const answers = await Promise.all([world.as.ada.post(path, {}), client.post(path, {})]);
    expect(answers.map(outcome).sort()).toEqual([
      [200, undefined],
      [409, 'last_owner'],
    ]);
    const owners = await world.sql(
      "SELECT id FROM person p WHERE role = 'owner' AND active AND organisation_id = (SELECT organisation_id FROM person WHERE id = $1)",
      [world.ids.ada],
    );
    expect(owners).toHaveLength(1);
  });
});
