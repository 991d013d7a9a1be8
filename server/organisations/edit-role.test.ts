import { beforeAll, expect, test } from 'vitest';
import { clientOf } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { until } from '../testing/until.ts';
import { makeRole, personIn } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('only an owner of the organisation may; built-in roles are nobody’s to change', async () => {
  const id = await makeRole(world, 'Night lead', []);
  const path = `/api/roles/${id}`;
  expect(outcome(await world.anyone.patch(path, {}))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.ben.patch(path, {}))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.patch(path, {}))).toEqual([404, 'not_found']);
  expect((await world.as.ada.patch('/api/roles/member', { permissions: [] })).status).toBe(400);
});

test('a role lowered or raised is obeyed at the next request, on every node (S-020)', async () => {
  const id = await makeRole(world, 'Reader', ['person.read', 'journal.read']);
  const node = await world.anotherNode();
  const { client, token } = await personIn(world, id);
  const there = clientOf(node.origin, async () => token);
  expect((await client.get('/api/users')).status).toBe(200);
  expect((await there.get('/api/users')).status).toBe(200);

  const lowered = await world.as.ada.patch(`/api/roles/${id}`, { permissions: ['journal.read'] });
  expect(lowered.body.permissions.toSorted()).toEqual(['journal.read', 'organisation.read']);
  expect(outcome(await client.get('/api/users'))).toEqual([403, 'forbidden']);
  expect((await client.get('/api/audit-logs')).status).toBe(200);
  await until('the other node', async () => (await there.get('/api/users')).status === 403, 1);
  await world.as.ada.patch(`/api/roles/${id}`, { permissions: ['person.read'] });
  expect((await client.get('/api/users')).status).toBe(200);
  expect(outcome(await client.get('/api/audit-logs'))).toEqual([403, 'forbidden']);
});

test('a change says before and after; of nothing is none; a stale one is refused', async () => {
  const id = await makeRole(world, 'Clerk', ['shift.read']);
  const path = `/api/roles/${id}`;
  const etag = { 'if-match': '"1"' };
  expect((await world.as.ada.patch(path, { name: 'Desk' }, etag)).body).toMatchObject({
    name: 'Desk',
    version: 2,
  });
  expect(
    (await world.as.ada.patch(path, { name: 'Desk', permissions: ['shift.read'] })).body.version,
  ).toBe(2);
  expect(outcome(await world.as.ada.patch(path, { name: 'X' }, etag))).toEqual([
    412,
    'version_stale',
  ]);
  const told = (await world.journal()).filter((entry) => entry.subject_id === id);
  expect(told.map(({ event }) => event)).toEqual(['role.created', 'role.updated']);
  expect(told[1]?.data).toEqual({
    name: 'Desk',
    changes: { name: { before: 'Clerk', after: 'Desk' } },
  });
});

test('400 and 409 as when it is made; what is the owner’s alone is not given', async () => {
  const id = await makeRole(world, 'Porter', []);
  await makeRole(world, 'Usher', []);
  const path = `/api/roles/${id}`;
  expect(outcome(await world.as.ada.patch(path, { name: 'usher' }))).toEqual([409, 'role_exists']);
  expect((await world.as.ada.patch(path, { name: 'Admin' })).status).toBe(400);
  expect((await world.as.ada.patch(path, { permissions: ['role.change'] })).status).toBe(400);
});

test('two at once on one version: one change, one 412', async () => {
  const id = await makeRole(world, 'Twin', []);
  const answers = await Promise.all(
    ['One', 'Two'].map((name) =>
      world.as.ada.patch(`/api/roles/${id}`, { name }, { 'if-match': '"1"' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});
