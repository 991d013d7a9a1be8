import { beforeAll, expect, test } from 'vitest';
import { eventsAbout, logIn, mailsTo } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { codeOf, logInWithCode, someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

type Someone = Awaited<ReturnType<typeof someone>>;
const secretOf = async (who: Someone): Promise<string> =>
  (await who.client.post('/api/auth/second-factor', {})).body.secret;
const confirm = (who: Someone, code: string) =>
  who.client.post('/api/auth/second-factor/confirm', { code });

test('a stranger is asked to log in', async () => {
  const answer = await world.anyone.post('/api/auth/second-factor/confirm', { code: '123456' });
  expect(answer.status).toBe(401);
});

test('switches it on, gives ten codes once, tells by mail; they are stored as MACs', async () => {
  const nia = await someone(world);
  const secret = await secretOf(nia);
  const answer = await confirm(nia, await codeOf(world, secret, -1));
  expect(answer.status).toBe(200);
  const codes: string[] = answer.body.recovery_codes;
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
  const rows = JSON.stringify(await world.sql('SELECT * FROM recovery_code'));
  for (const code of codes) expect(rows).not.toContain(code);
  expect((await eventsAbout(world, nia.id)).at(-1)).toBe('second_factor.enabled');
  expect((await mailsTo(world, nia.email)).at(-1)).toBe('second-factor-enabled');
  expect((await logIn(world, nia.email)).body.code).toBe('second_factor_needed');
  expect((await logInWithCode(world, nia, await codeOf(world, secret))).status).toBe(200);
});

test('with a wrong code, or before any secret: 400 on code, and nothing is on', async () => {
  const nia = await someone(world);
  expect((await confirm(nia, '123456')).body.errors.code).toHaveLength(1);
  await secretOf(nia);
  expect((await confirm(nia, '000000')).status).toBe(400);
  expect((await logIn(world, nia.email)).status).toBe(200);
});

test('twice at once it is switched on once', async () => {
  const nia = await someone(world);
  const code = await codeOf(world, await secretOf(nia));
  const answers = await Promise.all([confirm(nia, code), confirm(nia, code)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  const rows = await world.sql(
    `SELECT 1 FROM recovery_code JOIN person USING (account_id) WHERE person.id = $1`,
    [nia.id],
  );
  expect(rows).toHaveLength(10);
});
