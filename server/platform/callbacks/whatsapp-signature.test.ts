import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedByMeta } from './whatsapp-signature.ts';

const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
const secret = 'app-secret-of-the-harbour';
const secrets = [{ value: secret, until: null }];
const signed = (body: Buffer, by = secret) =>
  `sha256=${createHmac('sha256', by).update(body).digest('hex')}`;

const body = Buffer.from('{"text":"\\u00e4 👍 \\ud83d\\udc4d","b":1, "a" : 2}\r\n ');

test('W-03 W-12 the bytes as they came, whatever JSON would make of them', () => {
  expect(isSignedByMeta(secrets, now, body, signed(body))).toBe(true);
  const written = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
  expect(isSignedByMeta(secrets, now, written, signed(body))).toBe(false);
});

// RFC 4231, test case 2: made by hand elsewhere.
test('HMAC-SHA256 as in RFC 4231', () => {
  const known = 'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  const jefe = [{ value: 'Jefe', until: null }];
  expect(isSignedByMeta(jefe, now, Buffer.from('what do ya want for nothing?'), known)).toBe(true);
});

test.each([
  ['W-06 none', null],
  ['W-07 empty', ''],
  ['W-07 twice', `${signed(body)}, ${signed(body)}`],
  ['W-07 10 kB', `sha256=${'a'.repeat(10_240)}`],
  ['W-07 of another kind', signed(body).replace('sha256', 'sha1')],
  ['W-08 by another secret', signed(body, 'secret-next-door')],
])('%s: refused', (_, signature) => {
  expect(isSignedByMeta(secrets, now, body, signature)).toBe(false);
});

test('W-05 one byte changed: refused', () => {
  const changed = Buffer.from(body);
  changed[9] = (changed[9] ?? 0) ^ 1;
  expect(isSignedByMeta(secrets, now, changed, signed(body))).toBe(false);
});

test('W-09 the old secret counts while the rotation lasts', () => {
  const both = (until: string) => [
    { value: 'new', until: null },
    { value: secret, until: Temporal.Instant.from(until) },
  ];
  expect(isSignedByMeta(both('2026-11-20T09:00:01Z'), now, body, signed(body))).toBe(true);
  expect(isSignedByMeta(both('2026-11-20T09:00:00Z'), now, body, signed(body))).toBe(false);
});
