import { beforeAll, describe, expect, test } from 'vitest';
import { eventsAbout, goodPassword } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { codeOf, enrol, someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const confirm = (who: Awaited<ReturnType<typeof someone>>, body: object) =>
  who.client.post('/api/auth/confirm-password', body);

test('a stranger is asked to log in', async () => {
  const answer = await world.anyone.post('/api/auth/confirm-password', { password: 'x' });
  expect(answer.status).toBe(401);
});

test('a log-in of a quarter of an hour ago is not enough; the password makes it so again', async () => {
  const nia = await someone(world);
  const enrolling = () => nia.client.post('/api/auth/second-factor', {});
  world.clock.advance({ minutes: 14, seconds: 59 });
  expect((await enrolling()).status).toBe(200);
  const refreshed = await world.anyone.post('/api/auth/refresh', {
    refresh: nia.answer.body.tokens.refresh,
  });
  nia.answer.body.tokens.access = refreshed.body.access;
  world.clock.advance({ seconds: 2 });
  const refused = await enrolling();
  expect(refused).toMatchObject({ status: 401, body: { code: 'confirm_password' } });
  expect(refused.headers.get('www-authenticate')).toContain('insufficient_user_authentication');
  expect(await confirm(nia, { password: goodPassword })).toMatchObject({ status: 200 });
  expect((await enrolling()).status).toBe(200);
  expect(await eventsAbout(world, nia.id)).toContain('session.confirmed');
});

test('a wrong password is refused, and after ten the right one waits, in this session only', async () => {
  const nia = await someone(world);
  for (let i = 0; i < 10; i += 1) {
    expect(await confirm(nia, { password: `wrong ${i}` })).toMatchObject({
      status: 403,
      body: { code: 'wrong_password' },
    });
  }
  const refused = await confirm(nia, { password: goodPassword });
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
  expect(refused.headers.get('retry-after')).toBe('900');
  const body = { email: nia.email, password: goodPassword };
  expect((await world.anyone.post('/api/auth/login', body)).status).toBe(200);
});

describe('with a second factor', () => {
  test('the password alone is not enough', async () => {
    const nia = await someone(world);
    const { secret } = await enrol(world, nia);
    const password = goodPassword;
    expect((await confirm(nia, { password })).body.code).toBe('code_needed');
    expect((await confirm(nia, { password, code: '000000' })).body.code).toBe('wrong_code');
    const code = await codeOf(world, secret);
    expect((await confirm(nia, { password, code })).status).toBe(200);
    expect((await confirm(nia, { password, code })).body.code).toBe('wrong_code');
  });
});
