import { beforeAll, expect, test } from 'vitest';
import { permissions, roles } from '../../contract/identity/permissions.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { makeRole, personIn } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const list = async (who: 'ada' | 'ben' | 'fay') => (await world.as[who].get('/api/roles')).body;

test('a stranger is asked to log in, a member may not', async () => {
  expect(outcome(await world.anyone.get('/api/roles'))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get('/api/roles'))).toEqual([403, 'forbidden']);
});

test('built-in roles are as the one table has them', async () => {
  const all = await list('ada');
  expect(all.map(({ id }: { id: string }) => id)).toEqual([...roles]);
  for (const role of all) {
    const held = Object.entries(permissions).filter(([, holders]) =>
      (holders as readonly string[]).includes(role.id),
    );
    expect(role.permissions.toSorted()).toEqual(held.map(([name]) => name).toSorted());
    expect(role).toMatchObject({ built_in: true, can: { edit: false, delete: false } });
  }
  const people = Object.fromEntries(
    all.map((role: { id: string; people: number }) => [role.id, role.people]),
  );
  expect(people).toMatchObject({ owner: 1, admin: 1, member: 3, manager: 0 });
});

test('own roles follow by name, with who has them, and only at home', async () => {
  const night = await makeRole(world, 'Night lead', ['shift.read']);
  await makeRole(world, 'Bookkeeper', []);
  await personIn(world, night);
  const own = (await list('ada')).slice(roles.length);
  expect(own).toMatchObject([
    { name: 'Bookkeeper', people: 0, can: { edit: true, delete: true, give: true } },
    { name: 'Night lead', people: 1, can: { edit: true, delete: false, give: true } },
  ]);
  expect(own[1].permissions).toEqual(['organisation.read', 'shift.read']);
  expect(await list('fay')).toHaveLength(roles.length);
});

test('an admin gives every role but the owner’s, and changes none', async () => {
  const all = await list('ben');
  const notGiven = all.filter(({ can }: { can: { give: boolean } }) => !can.give);
  expect(notGiven.map(({ id }: { id: string }) => id)).toEqual(['owner']);
  expect(all.some(({ can }: { can: { edit: boolean } }) => can.edit)).toBe(false);
});
