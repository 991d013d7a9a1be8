import { beforeAll, describe, expect, test } from 'vitest';
import {
  forgetAllTries,
  freshEmail,
  logIn,
  mailedToken,
  mailedTokens,
  mailsTo,
  refresh,
} from '../../identity/testing.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { enrol, someone, statusOf } from '../testing.ts';

/** S-031 to S-038. A link to set a password is good for 24 hours (systems/identity.md), not one. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const ask = (email: string, headers: Record<string, string> = {}) =>
  world.anyone.post('/api/auth/password-reset', { email }, headers);
const password = 'seven boats in the fog';
const set = (token: string) =>
  world.anyone.post('/api/auth/password-reset-confirm', { token, password });
const tokenOf = (email: string) => mailedToken(world, 'reset-password', email);

test('S-031 known or unknown: same answer, same time, and never a token in it', async () => {
  const nia = await someone(world);
  const timed = async (email: string) => {
    const began = performance.now();
    const { status, body } = await ask(email);
    return { tookMs: performance.now() - began, status, body };
  };
  const known = await timed(nia.email);
  const unknown = await timed(freshEmail());
  expect(known.status).toBe(200);
  expect(known.body).toEqual(unknown.body);
  for (const { tookMs } of [known, unknown]) expect(tookMs).toBeGreaterThanOrEqual(145);
  expect(JSON.stringify(known.body)).not.toContain(await tokenOf(nia.email));
});

test('S-032 nothing that is stored makes the token', async () => {
  const nia = await someone(world);
  await ask(nia.email);
  const token = await tokenOf(nia.email);
  expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  const [row] = await world.sql<{ id: string }>(
    'SELECT id FROM one_time_token ORDER BY created_at DESC, id DESC LIMIT 1',
  );
  for (const table of ['one_time_token', 'message', 'journal', 'notification']) {
    expect(JSON.stringify(await world.sql(`SELECT * FROM ${table}`))).not.toContain(token);
  }
  const id = Buffer.from((row?.id ?? '').replaceAll('-', ''), 'hex');
  for (const made of [row?.id ?? '', id.toString('base64url')]) {
    expect((await set(made)).status).toBe(400);
  }
  const guess = Buffer.concat([id, Buffer.alloc(24)]).toString('base64url');
  expect((await set(guess)).status).toBe(400);
});

test('S-033 a token counts once; of two at once one wins', async () => {
  const nia = await someone(world);
  await ask(nia.email);
  const token = await tokenOf(nia.email);
  const answers = await Promise.all([set(token), set(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  expect((await set(token)).status).toBe(400);
});

test('S-034 after 24 hours it counts no more', async () => {
  const nia = await someone(world);
  await ask(nia.email);
  world.clock.advance({ hours: 24 });
  expect((await set(await tokenOf(nia.email))).status).toBe(400);
});

test('S-035 the newer one voids the older', async () => {
  const nia = await someone(world);
  await ask(nia.email);
  world.clock.advance({ minutes: 2 });
  await ask(nia.email);
  const [older = '', newer = ''] = await mailedTokens(world, 'reset-password', nia.email);
  expect((await set(older)).status).toBe(400);
  expect((await set(newer)).status).toBe(200);
});

describe('S-036 after a new password', () => {
  test('every session is over, a notice goes out, and nobody is logged in by it', async () => {
    const nia = await someone(world);
    await ask(nia.email);
    const answer = await set(await tokenOf(nia.email));
    expect(Object.keys(answer.body)).toEqual(['message']);
    expect(answer.headers.get('set-cookie')).not.toContain('callboard_refresh');
    expect(await statusOf(nia.client)).toBe(401);
    expect((await refresh(world, nia.answer.body.tokens.refresh)).status).toBe(401);
    expect(await mailsTo(world, nia.email)).toContain('password-changed');
    expect((await logIn(world, nia.email, password)).status).toBe(200);
  });

  test('the second factor is still asked for', async () => {
    const nia = await someone(world);
    await enrol(world, nia);
    await ask(nia.email);
    await set(await tokenOf(nia.email));
    const answer = await logIn(world, nia.email, password);
    expect(answer).toMatchObject({ status: 401, body: { code: 'second_factor_needed' } });
  });
});

test('S-037 links lead to the address of the settings, whatever the request says', async () => {
  const nia = await someone(world);
  await ask(nia.email, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' });
  const { body: list } = await world.anyone.get(`/api/mailbox?to=${nia.email}`);
  const { id } = list.find(({ event }: { event: string }) => event === 'password_reset.requested');
  const { body: mail } = await world.anyone.get(`/api/mailbox/${id}`);
  expect(JSON.stringify(mail)).toContain(`${world.program.app.config.url}/reset-password?token=`);
  expect(JSON.stringify(mail)).not.toContain('evil.example');
});

describe('S-038 the page and its token', () => {
  test('no referrer, nothing kept by caches', async () => {
    const answer = await set('x');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await world.anyone.get('/reset-password?token=x');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('after twenty guesses the address waits', async () => {
    await forgetAllTries(world);
    const answers: number[] = [];
    for (let i = 0; i < 21; i += 1) answers.push((await set(`guess ${i}`)).status);
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 400));
    expect(answers[20]).toBe(429);
    const verifying = await world.anyone.post('/api/auth/verify-email', { token: 'x' });
    expect(verifying.status).toBe(429);
    await forgetAllTries(world);
  });
});
