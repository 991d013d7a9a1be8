import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { accept, invitationToken, invite } from './testing.ts';

test('its link is dead, whom it was for is gone from the directory, and can be invited again', async () => {
  const world = await openWorld();
  const email = 'nia@elsewhere.example';
  const { id, person } = (await invite(world, email, { role: 'admin' }, 'ada')).body;
  const token = await invitationToken(world, email);
  const path = `/api/invitations/${id}`;
  expect((await world.anyone.delete(path)).status).toBe(401);
  expect(outcome(await world.as.cleo.delete(path))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.delete(path))).toEqual([404, 'not_found']);

  const answers = await Promise.all([world.as.ben.delete(path), world.as.ada.delete(path)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await eventsOf(world, person)).toEqual(['person.invited', 'invitation.revoked']);
  expect((await accept(world, email, token)).status).toBe(400);
  expect((await world.as.ben.get(`/api/users/${person}`)).status).toBe(404);
  expect((await world.as.ben.get('/api/users?search=nia')).body).toEqual([]);

  expect((await invite(world, email)).body).toMatchObject({ person, role: 'member' });
  const again = await accept(world, email, await invitationToken(world, email));
  expect(again.body.user).toMatchObject({ id: person, role: 'member' });
});

test('accepted and taken back at once: one of them, and what is left agrees', async () => {
  const world = await openWorld();
  for (const n of [1, 2, 3, 4]) {
    const email = `race-${n}@elsewhere.example`;
    const { id, person } = (await invite(world, email)).body;
    const token = await invitationToken(world, email);
    const [taken, accepted] = await Promise.all([
      world.as.ben.delete(`/api/invitations/${id}`),
      accept(world, email, token),
    ]);
    expect([taken.status, accepted.status]).toEqual(
      accepted.status === 201 ? [404, 201] : [200, 400],
    );
    const seen = await world.as.ben.get(`/api/users/${person}`);
    expect(seen.status).toBe(accepted.status === 201 ? 200 : 404);
  }
});
