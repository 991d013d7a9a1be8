import { beforeAll, expect, test } from 'vitest';
import { freshEmail, goodPassword } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { makeRole, personIn } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const exists = async (id: string) =>
  (await world.as.ada.get('/api/roles')).body.some((role: { id: string }) => role.id === id);

test('only an owner of the organisation may', async () => {
  const path = `/api/roles/${await makeRole(world, 'Night lead', [])}`;
  expect(outcome(await world.anyone.delete(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.ben.delete(path))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.delete(path))).toEqual([404, 'not_found']);
});

test('one that nobody has is gone; the journal keeps what it was called', async () => {
  const id = await makeRole(world, 'Clerk', []);
  expect((await world.as.ada.delete(`/api/roles/${id}`)).status).toBe(200);
  expect(await exists(id)).toBe(false);
  expect(outcome(await world.as.ada.delete(`/api/roles/${id}`))).toEqual([404, 'not_found']);
  const told = (await world.journal()).filter((entry) => entry.subject_id === id);
  expect(told).toMatchObject([
    { event: 'role.created' },
    { event: 'role.deleted', data: { name: 'Clerk' } },
  ]);
});

test('one that someone has stays, also someone who is deactivated', async () => {
  const id = await makeRole(world, 'Usher', []);
  const { id: person } = await personIn(world, id);
  await world.sql('UPDATE person SET active = false WHERE id = $1', [person]);
  const answer = await world.as.ada.delete(`/api/roles/${id}`);
  expect(outcome(answer)).toEqual([409, 'role_in_use']);
  expect(answer.body).toMatchObject({
    people: 1,
    detail: 'One person has this role. Give them another first.',
  });
});

test('given while it is deleted: nobody ends up with a role that is none', async () => {
  for (let round = 0; round < 8; round += 1) {
    const id = await makeRole(world, `Round ${round}`, []);
    const someone = {
      email: freshEmail(),
      full_name: 'Nia Brandt',
      role: id,
      password: goodPassword,
    };
    const [deleted, added] = await Promise.all([
      world.as.ada.delete(`/api/roles/${id}`),
      world.as.ada.post('/api/users', someone),
    ]);
    expect([
      [200, 400],
      [200, 409],
      [409, 201],
    ]).toContainEqual([deleted.status, added.status]);
    expect(await exists(id)).toBe(deleted.status !== 200);
  }
});
