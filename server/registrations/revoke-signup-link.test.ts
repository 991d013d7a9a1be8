import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, openSigning, registrationOf, signedUp } from '../testing/registration-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const revoke = (id: string, who: keyof World['as'] = 'ben') =>
  world.as[who].delete(`/api/signup-links/${id}`);

test('a stranger is asked to log in, a member may not, another organisation finds nothing', async () => {
  const { link } = await openSigning(world);
  expect((await world.anyone.delete(`/api/signup-links/${link}`)).status).toBe(401);
  expect((await revoke(link, 'cleo')).body.code).toBe('forbidden');
  expect((await revoke(link, 'fay')).status).toBe(404);
});

test('it leads nowhere any more and is in no list; who came by it stays', async () => {
  const signing = await openSigning(world);
  const id = await signedUp(world, signing);
  expect((await revoke(signing.link)).status).toBe(200);
  expect((await world.anyone.get(`/api/signup/${signing.code}`)).status).toBe(404);
  const links = (await world.as.ben.get('/api/signup-links')).body;
  expect(links.map((one: { id: string }) => one.id)).not.toContain(signing.link);
  expect((await registrationOf(world, id)).state).toBe('new');
  expect((await eventsOf(world, signing.link)).map(({ event }) => event)).toEqual([
    ...['signup_link.made', 'signup_link.revoked'],
  ]);
});

test('twice at once: revoked once', async () => {
  const { link } = await openSigning(world);
  const answers = await Promise.all([revoke(link), revoke(link, 'ada')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});
