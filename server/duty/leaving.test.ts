import { beforeAll, expect, test } from 'vitest';
import { assign, assigned, namesIn, openRoster, reason } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
let roster: string;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world));
});

// As with shifts: nobody loses what was agreed by being shut out; an admin gives it to others.
test('who is shut out or leaves keeps what they have until an admin gives it to someone else', async () => {
  const cell = { roster, duty };
  const id = await assigned(world, 'dev', cell);
  await world.as.ada.post(`/api/users/${world.ids.dev}/deactivate`, {});
  expect(await namesIn(world, cell)).toEqual(['Dev Patel']);
  expect(await assign(world, 'dev', { ...cell, date: '2026-12-02' })).toMatchObject({
    status: 409,
    body: { code: 'person_inactive' },
  });
  const moved = await world.as.ben.post(`/api/duty-assignments/${id}/move`, {
    ...{ person: world.ids.eli, reason },
  });
  expect(moved.body).toMatchObject({ person_name: 'Eli Novak' });
  // Taken off while shut out: not put back.
  expect(
    await world.as.ben.post('/api/duty-assignments/undo', {
      ...{ assigned: [moved.body.id], unlocked: [id], reason },
    }),
  ).toMatchObject({ status: 409, body: { code: 'person_inactive' } });
  expect(await namesIn(world, cell)).toEqual(['Eli Novak']);
});
