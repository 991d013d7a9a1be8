import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSetupToken } from './module.ts';
import { holding, logIn, register, verify } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ empty: true, config: { local: false } });
});

const setup = async () => (await world.anyone.get('/api/setup')).body;
const token = () => openSetupToken(world.program.app.config);

test('reachable from outside, the first organisation needs the set-up token, once', async () => {
  expect(await setup()).toMatchObject({ empty: true, needs_setup_token: true, mailbox: false });
  const setup_token = await token();
  for (const wrong of [{}, { setup_token: 'guess' }, { setup_token: `${setup_token}x` }]) {
    expect(await register(world, wrong)).toMatchObject({
      status: 403,
      body: { code: 'signup_closed' },
    });
  }
  const names = ['First', 'Second'];
  const answers = await Promise.all(
    names.map((organisation_name) => register(world, { organisation_name, setup_token })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
  expect(await setup()).toMatchObject({ empty: false, needs_setup_token: false });
  expect((await register(world, { setup_token })).status).toBe(403);
  expect(await token()).toBeNull();
});

test('joining by code stays possible', async () => {
  const [owner] = await world.sql<{ email: string }>('SELECT email FROM person');
  const email = owner?.email ?? '';
  await verify(world, email);
  const client = holding(world, await logIn(world, email));
  const { code: join_code } = (await client.post('/api/join-codes', {})).body;
  expect((await register(world, { join_code })).status).toBe(201);
});
