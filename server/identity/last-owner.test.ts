import { beforeAll, beforeEach, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { tenantById } from '../platform/tenant.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { updateMembership } from './membership-store.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.sql("UPDATE person SET role = 'owner', active = true WHERE id = ANY($1)", [
    [world.ids.ada, world.ids.ben],
  ]);
});

type Change = Parameters<typeof updateMembership>[2];
async function set(who: 'ada' | 'ben', change: Change): Promise<string> {
  const { app } = world.program;
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [world.ids.ada],
  );
  const tenant = await tenantById(app, row?.id ?? '');
  return write(app, tenant, {}, (tx) => updateMembership(tx, world.ids[who], change)).then(
    () => 'done',
    (error) => error.code,
  );
}
const owners = () =>
  world.sql(
    "SELECT full_name FROM person WHERE role = 'owner' AND active AND email LIKE '%@harbour%'",
  );

const ways: [string, Change][] = [
  ['demoted', { role: 'admin' }],
  ['deactivated', { active: false }],
  ['both', { role: 'member', active: false }],
];

test.each(ways)('the last owner is not %s', async (_, change) => {
  expect(await set('ben', change)).toBe('done');
  expect(await set('ada', change)).toBe('last_owner');
  expect(await owners()).toEqual([{ full_name: 'Ada Okafor' }]);
});

test('a deactivated owner is no owner', async () => {
  expect(await set('ben', { active: false })).toBe('done');
  expect(await set('ben', { role: 'member' })).toBe('done');
  expect(await set('ada', { active: false })).toBe('last_owner');
});

test('two owners who go at the same moment: one stays, every time', async () => {
  for (let round = 0; round < 25; round += 1) {
    const [, first = {}] = ways[round % 3] ?? [];
    const [, second = {}] = ways[(round * 2 + 1) % 3] ?? [];
    await world.sql("UPDATE person SET role = 'owner', active = true WHERE id = ANY($1)", [
      [world.ids.ada, world.ids.ben],
    ]);
    const done = await Promise.all([set('ada', first), set('ben', second)]);
    expect(done.sort()).toEqual(['done', 'last_owner']);
    expect(await owners()).toHaveLength(1);
  }
});

test('the database itself refuses, past every rule of the program', async () => {
  await world.sql("UPDATE person SET role = 'member' WHERE id = $1", [world.ids.ben]);
  const leave = world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.ada]);
  await expect(leave).rejects.toMatchObject({ constraint: 'person_last_owner' });
});
