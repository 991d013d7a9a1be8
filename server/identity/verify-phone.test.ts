import { beforeAll, describe, expect, test } from 'vitest';
import { mailToken } from '../platform/mail-token.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { phoneCodeOf } from './phone-code.ts';
import { eventsAbout } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

type Who = 'ada' | 'ben' | 'cleo' | 'dev' | 'eli';
async function ask(who: Who, phone_number: string): Promise<string> {
  await world.as[who].patch('/api/auth/me', { phone_number });
  await world.as[who].post('/api/auth/me/phone-code', {});
  const [row] = await world.sql<{ id: string }>(
    'SELECT id FROM phone_change WHERE person_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [world.ids[who]],
  );
  return phoneCodeOf(mailToken(world.program.app.secrets, 'phone-code', row?.id ?? ''));
}
const verify = (who: Who, code: string) =>
  world.as[who].post('/api/auth/me/verify-phone', { code });
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');
const isVerified = async (who: Who) =>
  (await world.as[who].get('/api/auth/me')).body.phone_verified;

// S-049.
test('the right code, once; two at once verify once', async () => {
  expect((await world.anyone.post('/api/auth/me/verify-phone', { code: '123456' })).status).toBe(
    401,
  );
  const code = await ask('cleo', '+44 7700 900123');
  expect(await isVerified('cleo')).toBe(false);
  const answers = await Promise.all([
    verify('cleo', `${code.slice(0, 3)} ${code.slice(3)}`),
    verify('cleo', code),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect(await isVerified('cleo')).toBe(true);
  const events = await eventsAbout(world, world.ids.cleo);
  expect(events.filter((event) => event === 'phone.verified')).toHaveLength(1);
  await world.as.cleo.patch('/api/auth/me', { phone_number: '+44 7700 900124' });
  expect(await isVerified('cleo')).toBe(false);
});

describe('no longer good', () => {
  test('after five wrong tries, at once or one by one', async () => {
    const code = await ask('dev', '+44 7700 900125');
    const wrong = await Promise.all(Array.from({ length: 5 }, () => verify('dev', wrongOf(code))));
    expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect((await verify('dev', code)).status).toBe(400);
  });

  test('for another number than it went to, or another person', async () => {
    const code = await ask('eli', '+44 7700 900126');
    expect((await verify('ada', code)).status).toBe(400);
    await world.as.eli.patch('/api/auth/me', { phone_number: '+44 7700 900127' });
    expect((await verify('eli', code)).status).toBe(400);
  });

  test('after ten minutes', async () => {
    const code = await ask('ben', '+44 7700 900128');
    world.clock.advance({ minutes: 10 });
    expect((await verify('ben', code)).status).toBe(400);
  });
});
