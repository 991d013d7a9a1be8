import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';

const path = '/api/auth/organisations';
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get(path)).status).toBe(401);
});

test('where I belong with my role there, the one I am in first, no others', async () => {
  const gus = { email: 'gus@foyle.example', full_name: 'Gus Weber', role: 'steward' };
  expect((await world.as.ada.post('/api/users', gus)).status).toBe(201);
  await world.sql("UPDATE person SET active = true, standing = 'in' WHERE email = $1", [gus.email]);
  const { body } = await world.as.gus.get(path);
  expect(body).toMatchObject([
    { slug: 'foyle-street', role: 'member', role_name: 'Member', is_current: true },
    { slug: 'harbour-care', role: 'steward', role_name: 'Steward', is_current: false },
  ]);
  expect((await world.as.fay.get(path)).body).toHaveLength(1);
  const there = await world.as.gus.get(path, { 'x-organisation': 'harbour-care' });
  expect(there.body.map(({ slug }: { slug: string }) => slug)).toEqual([
    'harbour-care',
    'foyle-street',
  ]);
});

test('not where I was deactivated', async () => {
  await world.sql(
    "UPDATE person SET active = false WHERE email = 'gus@foyle.example' AND role = 'steward'",
  );
  expect((await world.as.gus.get(path)).body).toHaveLength(1);
});
