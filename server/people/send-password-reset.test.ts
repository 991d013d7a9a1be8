import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { does } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const mails = async (address: string) =>
  (await world.messages()).filter((one) => one.address === address).map(({ template }) => template);

test('stranger 401, member 403, another organisation 404; an admin not for an owner', async () => {
  const path = `/api/users/${world.ids.cleo}/password-reset`;
  expect((await world.anyone.post(path, {})).status).toBe(401);
  expect(outcome(await does(world, 'dev', 'password-reset', 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await does(world, 'fay', 'password-reset', 'cleo'))).toEqual([404, 'not_found']);
  expect(outcome(await does(world, 'ben', 'password-reset', 'ada'))).toEqual([
    403,
    'role_above_own',
  ]);
});

test('a link goes to the person alone, at most once a minute', async () => {
  const answer = await does(world, 'ben', 'password-reset', 'cleo');
  expect(answer).toMatchObject({ status: 200, body: { message: expect.stringContaining('Cleo') } });
  expect(JSON.stringify(answer.body)).not.toMatch(/token=/);
  expect((await does(world, 'ben', 'password-reset', 'cleo')).body.message).toContain(
    'a moment ago',
  );
  expect(await mails('cleo@harbour.example')).toEqual(['reset-password']);
  expect((await eventsOf(world, world.ids.cleo)).at(-1)).toBe('password_reset.requested');
});

test('whoever has not chosen a password yet is invited again', async () => {
  const body = { email: 'nia@harbour.example', full_name: 'Nia Brandt' };
  const { id } = (await world.as.ben.post('/api/users', body)).body;
  world.clock.advance({ minutes: 2 });
  expect((await world.as.ben.post(`/api/users/${id}/password-reset`, {})).status).toBe(200);
  expect(await mails('nia@harbour.example')).toEqual(['invitation', 'invitation']);
});

test('not to whoever is shut out', async () => {
  await does(world, 'ben', 'deactivate', 'eli');
  expect(outcome(await does(world, 'ben', 'password-reset', 'eli'))).toEqual([409, 'not_active']);
});
