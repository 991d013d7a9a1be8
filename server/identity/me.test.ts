import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/auth/me')).status).toBe(401);
});

test('says who, where, and what the role may do', async () => {
  const { body } = await world.as.ben.get('/api/auth/me');
  expect(body).toMatchObject({
    id: world.ids.ben,
    email: 'ben@harbour.example',
    full_name: 'Ben Lindqvist',
    role: 'admin',
    weekly_hours_limit: 40,
    organisation: { name: 'Harbour Care', time_zone: 'Europe/London' },
    organisations: [{ slug: 'harbour-care' }],
  });
  expect(body.permissions).toContain('shift.decide');
  expect((await world.as.dev.get('/api/auth/me')).body.permissions).not.toContain('person.add');
});

test('shows nothing of an organisation that is not mine', async () => {
  const { body } = await world.as.fay.get('/api/auth/me');
  expect(JSON.stringify(body)).not.toContain('harbour');
  const slug = { 'x-organisation': 'harbour-care' };
  expect((await world.as.fay.get('/api/auth/me', slug)).status).toBe(403);
});
