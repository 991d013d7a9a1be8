import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dispositionOf, safeName } from './safe-name.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'CON',
    'nul.txt',
    '../../x',
    '..\\x',
    '.',
    '..',
    '',
    ' . ',
    '-',
    '\0',
    'a'.repeat(400),
  ),
);

test('whatever it was called: one visible line without a path, as long as a name may be', () => {
  fc.assert(
    fc.property(anyName, (given) => {
      const name = safeName(given, ['mp3', 'mpga']);
      expect(name).toMatch(/\.(mp3|mpga)$/i);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
      expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]/u);
      expect(name).not.toMatch(/^[.\-\s]/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      expect(name.isWellFormed()).toBe(true);
      expect(safeName(name, ['mp3', 'mpga'])).toBe(name);
    }),
    { numRuns: 2_000 },
  );
});

test('its header is ASCII, in one line, and says the name back', () => {
  fc.assert(
    fc.property(anyName, (given) => {
      const name = safeName(given, ['txt']);
      const header = dispositionOf('attachment', name);
      expect(header).toMatch(
        /^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/,
      );
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name);
    }),
    { numRuns: 2_000 },
  );
});
