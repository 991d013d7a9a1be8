import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { invitationToken, invite } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const accept = (who: keyof World['as'], token: string) =>
  world.as[who].post('/api/auth/accept-invitation', { token });

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post('/api/auth/accept-invitation', { token: 'x' })).status).toBe(401);
});

test('whoever has a log-in joins with it, in the role of the invitation; once', async () => {
  await invite(world, 'gus@foyle.example', { role: 'manager', full_name: 'G. Weber' });
  const token = await invitationToken(world, 'gus@foyle.example');
  const answers = await Promise.all([accept('gus', token), accept('gus', token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  const me = (await world.as.gus.get('/api/auth/me')).body;
  expect(me.organisations.map((one: { name: string }) => one.name).sort()).toEqual([
    ...['Foyle Street', 'Harbour Care'],
  ]);
  const [there] = (await world.as.ben.get('/api/users?search=gus')).body;
  expect(there).toMatchObject({ full_name: 'Gus Weber', role: 'manager', state: 'active' });
  expect(await eventsOf(world, there.id)).toEqual(['person.invited', 'person.registered']);
  const visit = await world.as.gus.get('/api/auth/me', { 'x-organisation': 'harbour-care' });
  expect(visit.body).toMatchObject({ id: there.id, role: 'manager' });
});

// S-047: accepting while logged in as another asks.
test('whoever is logged in as someone else is asked; nothing is used up', async () => {
  await invite(world, 'fay@foyle.example');
  const token = await invitationToken(world, 'fay@foyle.example');
  const wrong = await accept('gus', token);
  expect(outcome(wrong)).toEqual([409, 'invitation_for_another']);
  expect(wrong.body.detail).toContain('fay@foyle.example');
  expect((await accept('fay', token)).status).toBe(200);
});

test('with the right password they register with it too; with a wrong one they do not', async () => {
  const email = 'cleo@harbour.example';
  await invite(world, email, {}, 'fay');
  const token = await invitationToken(world, email);
  const register = (password: string) =>
    world.anyone.post('/api/auth/register', {
      ...{ email, invite: token, password, first_name: 'Cleo', last_name: 'Marsh' },
    });
  expect(Object.keys((await register('not my password')).body.errors)).toEqual(['email']);
  expect((await register('harbour-lantern-42')).body.user.organisation.name).toBe('Foyle Street');
});
