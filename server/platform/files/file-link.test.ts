import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveSecrets } from '../secrets.ts';
import { fileToken, linkUntil, readFileToken } from './file-link.ts';

const secrets = deriveSecrets('one secret');
const links = fc.record({
  organisationId: fc.uuid(),
  id: fc.uuid(),
  as: fc.constantFrom('attachment' as const, 'inline' as const),
  untilSeconds: fc.nat(4_000_000_000),
});

test('a token says what it was made for, and nothing else does', () => {
  fc.assert(
    fc.property(links, fc.nat(60), fc.integer({ min: 1, max: 255 }), (link, at, change) => {
      const token = fileToken(secrets, link);
      expect(readFileToken(secrets, token)).toEqual(link);
      expect(readFileToken(deriveSecrets('another secret'), token)).toBeNull();
      const bytes = Buffer.from(token, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(at) ^ change, at);
      expect(readFileToken(secrets, bytes.toString('base64url'))).toBeNull();
    }),
  );
});

test('it lasts half an hour at least and an hour at most, and is the same for half an hour', () => {
  fc.assert(
    fc.property(fc.nat(4_000_000_000), (seconds) => {
      const left = linkUntil(Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)) - seconds;
      expect(left).toBeGreaterThan(1_800);
      expect(left).toBeLessThanOrEqual(3_600);
    }),
  );
});
