import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { invitationToken, invite } from './testing.ts';

test('says where a link leads and whether there is a log-in; reading accepts nothing', async () => {
  const world = await openWorld();
  const read = async (token: string) => world.anyone.post('/api/auth/read-invitation', { token });
  await invite(world, 'nia@elsewhere.example');
  const token = await invitationToken(world, 'nia@elsewhere.example');
  for (const _ of [1, 2]) {
    expect(await read(token)).toMatchObject({
      status: 200,
      body: {
        ...{ organisation_name: 'Harbour Care', email: 'nia@elsewhere.example', full_name: null },
        ...{ role_name: 'Member', inviter: 'Ben Lindqvist', has_account: false },
      },
    });
  }
  await invite(world, 'fay@foyle.example', { full_name: 'Fay D' });
  const known = await read(await invitationToken(world, 'fay@foyle.example'));
  expect(known.body).toMatchObject({ has_account: true, full_name: 'Fay D' });
  expect((await read(`${token}x`)).status).toBe(400);
  world.clock.advance({ hours: 7 * 24 });
  expect(Object.keys((await read(token)).body.errors)).toEqual(['token']);
});
