import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailToken, readMailToken } from './mail-token.ts';
import { deriveSecrets } from './secrets.ts';

const secrets = deriveSecrets('one');
const id = '0198c0de-0000-7000-8000-0000000000ff';
const token = mailToken(secrets, 'reset-password', id);

test('is read back for its purpose, and fits a link as it is', () => {
  expect(readMailToken(secrets, 'reset-password', token)).toBe(id);
  expect(token).toMatch(/^[\w-]{54}$/);
  fc.assert(
    fc.property(fc.uuid(), (any) => {
      const made = mailToken(secrets, 'verify-email', any);
      expect(readMailToken(secrets, 'verify-email', made)).toBe(any);
    }),
  );
});

test('not for another purpose, nor at another installation', () => {
  expect(readMailToken(secrets, 'verify-email', token)).toBeNull();
  expect(readMailToken(deriveSecrets('two'), 'reset-password', token)).toBeNull();
});

test('one changed bit anywhere and it is none', () => {
  const bytes = Buffer.from(token, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(readMailToken(secrets, 'reset-password', changed.toString('base64url'))).toBeNull();
  }
});

test.each(['', 'x', token.slice(0, -2), `${token}AA`, 'A'.repeat(54), '🎭'.repeat(20)])(
  '%j is none',
  (text) => expect(readMailToken(secrets, 'reset-password', text)).toBeNull(),
);
