import { beforeAll, expect, test } from 'vitest';
import { eventsAbout, logIn, mailsTo } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { enrol, someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.delete('/api/auth/second-factor')).status).toBe(401);
});

test('the log-in asks for the password alone again; told by mail, nothing of it stays', async () => {
  const nia = await someone(world);
  await enrol(world, nia);
  expect((await nia.client.delete('/api/auth/second-factor')).status).toBe(200);
  expect((await logIn(world, nia.email)).status).toBe(200);
  expect(await eventsAbout(world, nia.id)).toContain('second_factor.disabled');
  expect((await mailsTo(world, nia.email)).at(-1)).toBe('second-factor-disabled');
  const rows = await world.sql(
    `SELECT 1 FROM recovery_code JOIN person USING (account_id) WHERE person.id = $1`,
    [nia.id],
  );
  expect(rows).toEqual([]);
});

test('not after a log-in of long ago', async () => {
  const nia = await someone(world);
  await enrol(world, nia);
  await world.sql(`UPDATE session SET confirmed_at = 'epoch' WHERE person_id = $1`, [nia.id]);
  world.clock.advance({ seconds: 1 });
  const answer = await nia.client.delete('/api/auth/second-factor');
  expect(answer).toMatchObject({ status: 401, body: { code: 'confirm_password' } });
});

test('off already: 409; twice at once once', async () => {
  const nia = await someone(world);
  const disable = () => nia.client.delete('/api/auth/second-factor');
  expect((await disable()).body.code).toBe('second_factor_off');
  await enrol(world, nia);
  const answers = await Promise.all([disable(), disable()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});
