import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSigning, signedUp } from '../testing/registration-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in, a member may not', async () => {
  expect((await world.anyone.get('/api/signup-links')).status).toBe(401);
  expect((await world.as.cleo.get('/api/signup-links')).body.code).toBe('forbidden');
});

test('newest first, with how many came by each and whether it is open', async () => {
  const open = await openSigning(world);
  await signedUp(world, open);
  await signedUp(world, open);
  world.clock.advance({ seconds: 1 });
  const closed = await openSigning(world, { closes_on: '2026-11-19' });
  expect((await world.as.ben.get('/api/signup-links')).body).toMatchObject([
    { id: closed.link, state: 'closed', registrations: 0 },
    { id: open.link, state: 'open', registrations: 2, roster: open.roster },
  ]);
  expect((await world.as.fay.get('/api/signup-links')).body).toEqual([]);
});
