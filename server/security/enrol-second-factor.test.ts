import { beforeAll, expect, test } from 'vitest';
import { eventsAbout, logIn } from '../identity/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { enrol, someone } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.post('/api/auth/second-factor', {})).status).toBe(401);
});

test('gives a secret, its address and its picture; nothing of it is stored in clear', async () => {
  const nia = await someone(world);
  const answer = await nia.client.post('/api/auth/second-factor', {});
  expect(answer.status).toBe(200);
  const { secret, uri, qr } = answer.body;
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(uri).toBe(
    `otpauth://totp/Callboard:${encodeURIComponent(nia.email)}?secret=${secret}&issuer=Callboard`,
  );
  expect(qr).toMatch(/^<svg [\s\S]*<\/svg>$/);
  const rows = await world.sql<{ sealed_secret: Buffer }>(
    'SELECT sealed_secret FROM second_factor',
  );
  for (const { sealed_secret: sealed } of rows) {
    expect(sealed.toString('latin1')).not.toContain(secret);
  }
});

test('until it is confirmed the log-in asks for the password alone; again gives another secret', async () => {
  const nia = await someone(world);
  const first = (await nia.client.post('/api/auth/second-factor', {})).body.secret;
  expect((await logIn(world, nia.email)).status).toBe(200);
  const second = (await nia.client.post('/api/auth/second-factor', {})).body.secret;
  expect(second).not.toBe(first);
  expect((await eventsAbout(world, nia.id)).at(-1)).toBe('second_factor.enrolled');
});

test('on already: 409, and the one that is on stays', async () => {
  const nia = await someone(world);
  await enrol(world, nia);
  expect(await nia.client.post('/api/auth/second-factor', {})).toMatchObject({
    status: 409,
    body: { code: 'second_factor_on' },
  });
});

test('not after a log-in of long ago', async () => {
  const nia = await someone(world);
  await world.sql(`UPDATE session SET confirmed_at = 'epoch' WHERE person_id = $1`, [nia.id]);
  world.clock.advance({ seconds: 1 });
  const answer = await nia.client.post('/api/auth/second-factor', {});
  expect(answer).toMatchObject({ status: 401, body: { code: 'confirm_password' } });
});
