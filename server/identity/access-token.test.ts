import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { newId } from '../platform/id.ts';
import { deriveSecrets } from '../platform/secrets.ts';
import { readAccessToken, signAccessToken } from './access-token.ts';

const secrets = deriveSecrets('one');
const now = Temporal.Instant.from('2026-11-20T18:00:00Z');
const claims = {
  accountId: newId(),
  sessionId: newId(),
  organisationId: newId(),
  personId: newId(),
};
const payload = {
  sub: claims.accountId,
  sid: claims.sessionId,
  org: claims.organisationId,
  per: claims.personId,
};

// A token like ours but for what the test changes.
function forge(change: Record<string, unknown> = {}, header: Record<string, unknown> = {}) {
  const at = now.epochMilliseconds / 1_000;
  const whole = {
    ...{ ...payload, iss: 'callboard', aud: 'callboard-api', iat: at, exp: at + 900 },
    ...change,
  };
  return new SignJWT(whole).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header });
}

describe('access tokens', () => {
  test('say who, for fifteen minutes', async () => {
    const token = await signAccessToken(secrets, claims, now);
    expect((await readAccessToken(secrets, token, now))?.claims).toEqual(claims);
    const almost = now.add({ minutes: 14, seconds: 59 });
    expect(await readAccessToken(secrets, token, almost)).not.toBeNull();
    expect(await readAccessToken(secrets, token, now.add({ minutes: 15 }))).toBeNull();
  });

  test('a forged one without change would pass: the others fail for their change', async () => {
    expect(
      await readAccessToken(secrets, await forge().sign(secrets.accessKey), now),
    ).not.toBeNull();
  });

  test.each([
    ['another issuer', { iss: 'elsewhere' }],
    ['another audience', { aud: 'elsewhere' }],
    ['not yet valid', { nbf: now.epochMilliseconds / 1_000 + 60 }],
    ['no expiry', { exp: undefined }],
    ['no session', { sid: undefined }],
    ['an organisation that is no id', { org: "x'; --" }],
  ])('%s is refused', async (_name, change) => {
    const token = await forge(change).sign(secrets.accessKey);
    expect(await readAccessToken(secrets, token, now)).toBeNull();
  });

  test('another key, another type, another algorithm, none at all', async () => {
    const tokens = [
      await forge().sign(deriveSecrets('two').accessKey),
      await forge({}, { typ: 'JWT' }).sign(secrets.accessKey),
      await forge({}, { alg: 'HS512' }).sign(Buffer.concat([secrets.accessKey, secrets.accessKey])),
      new UnsecuredJWT({ ...payload, iss: 'callboard', aud: 'callboard-api' }).encode(),
      'x',
      '',
    ];
    for (const token of tokens) expect(await readAccessToken(secrets, token, now)).toBeNull();
  });
});
