import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveSecrets } from '../platform/secrets.ts';
import { newRefreshToken, readRefreshToken, successorOf } from './refresh-token.ts';

const secrets = deriveSecrets('one');

test('a token carries its organisation and at least 128 random bits', () => {
  fc.assert(
    fc.property(fc.uuid(), (organisation) => {
      const token = newRefreshToken(organisation);
      expect(readRefreshToken(token)?.organisationId).toBe(organisation);
      expect(newRefreshToken(organisation)).not.toBe(token);
      expect(Buffer.from(token.split('.')[1] ?? '', 'base64url')).toHaveLength(24);
    }),
  );
});

test('the successor is the same each time, a token itself, and of this installation only', () => {
  const token = newRefreshToken('0197c000-0000-7000-8000-000000000001');
  const next = successorOf(secrets, token);
  expect(successorOf(secrets, token)).toBe(next);
  expect(readRefreshToken(next)?.organisationId).toBe('0197c000-0000-7000-8000-000000000001');
  expect(successorOf(deriveSecrets('two'), token)).not.toBe(next);
  expect(successorOf(secrets, next)).not.toBe(next);
});

test('nothing else is read', () => {
  fc.assert(fc.property(fc.string(), (text) => readRefreshToken(text) === null));
  const token = newRefreshToken('0197c000-0000-7000-8000-000000000001');
  for (const changed of [` ${token}`, `${token}=`, token.slice(1), token.replace('.', '..')]) {
    expect(readRefreshToken(changed)).toBeNull();
  }
});
