import { beforeAll, expect, test } from 'vitest';
import { eventsAbout } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { enrol, logInWithCode, someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = '/api/auth/second-factor/recovery-codes';

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post(path, {})).status).toBe(401);
});

test('without a second factor there is nothing to recover from', async () => {
  const nia = await someone(world);
  const answer = await nia.client.post(path, {});
  expect(answer).toMatchObject({ status: 409, body: { code: 'second_factor_off' } });
});

test('the new ones are good, the ones before are void', async () => {
  const nia = await someone(world);
  const { codes: before } = await enrol(world, nia);
  const { recovery_codes: after } = (await nia.client.post(path, {})).body;
  expect(after).toHaveLength(10);
  expect((await logInWithCode(world, nia, before[0] ?? '')).body.code).toBe('wrong_code');
  expect((await logInWithCode(world, nia, after[0])).status).toBe(200);
  expect(await eventsAbout(world, nia.id)).toContain('recovery_codes.made');
});
