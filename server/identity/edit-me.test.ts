import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsAbout } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.patch('/api/auth/me', {})).status).toBe(401);
});

test('changes what is given, and the journal has before and after', async () => {
  const change = { last_name: 'Marsh-Reyes', phone_number: '+44 20 7946 0000' };
  const answer = await world.as.cleo.patch('/api/auth/me', change);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    ...{ full_name: 'Cleo Marsh-Reyes', phone_number: '+442079460000', phone_verified: false },
  });
  expect((await world.journal()).at(-1)).toMatchObject({
    event: 'person.updated',
    actor_id: world.ids.cleo,
    data: {
      changes: { last_name: ['Marsh', 'Marsh-Reyes'], phone_number: [null, '+442079460000'] },
    },
  });
});

test('zone, language and working limits are one’s own; empty and 0 take them back', async () => {
  const said = await world.as.ada.patch('/api/auth/me', {
    ...{ time_zone: 'asia/manila', language: 'en-gb', daily_hours_limit: 8, rest_hours_min: 11 },
  });
  expect(said.body).toMatchObject({
    ...{ time_zone: 'Asia/Manila', language: 'en-GB', daily_hours_limit: 8, rest_hours_min: 11 },
  });
  const back = await world.as.ada.patch('/api/auth/me', {
    ...{ time_zone: '', language: '', daily_hours_limit: 0, rest_hours_min: 0 },
  });
  expect(back.body).toMatchObject({
    ...{ time_zone: null, language: null, daily_hours_limit: null, rest_hours_min: null },
  });
});

test('what does not change is no event; two at once do not mix up', async () => {
  await world.as.dev.patch('/api/auth/me', { first_name: 'Dev' });
  expect(await eventsAbout(world, world.ids.dev)).toEqual(['session.started']);
  await Promise.all(
    ['Devan', 'Devin'].map((first_name) => world.as.dev.patch('/api/auth/me', { first_name })),
  );
  const [first, second] = (await world.journal()).slice(-2).map(({ data }) => data.changes) as {
    first_name: [string, string];
  }[];
  expect(second?.first_name[0]).toBe(first?.first_name[1]);
});

test.each([
  { role: 'owner' },
  { email: 'x@y.example' },
  { weekly_hours_limit: 1 },
  { last_name: '' },
  { time_zone: 'Mars/Olympus' },
  { language: 'not a language' },
  { phone_number: '020 7946 0000' },
])('400: %o', async (body) => {
  const answer = await world.as.eli.patch('/api/auth/me', body);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual(Object.keys(body));
});
