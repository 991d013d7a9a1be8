import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datePart, idPart, instantPart, pageOf, readCursor, textPart, timePart } from './paging.ts';

const id = '0198c0de-0000-7000-8000-000000000000';

describe('parts of a cursor', () => {
  test.each([
    ['instant', instantPart, '2026-11-20T09:00:00Z', true],
    ['instant', instantPart, '2026-11-20T09:00:00.123456789Z', true],
    ['instant', instantPart, '2026-02-30T09:00:00Z', false],
    ['instant', instantPart, '2026-11-20T25:00:00Z', false],
    ['instant', instantPart, '0000-01-01T00:00:00Z', false],
    ['instant', instantPart, "2026-11-20T09:00:00Z'", false],
    ['date', datePart, '2028-02-29', true],
    ['date', datePart, '2027-02-29', false],
    ['date', datePart, '0000-01-01', false],
    ['date', datePart, '2026-11-20 ', false],
    ['time', timePart, '23:59:59', true],
    ['time', timePart, '24:00:00', false],
    ['id', idPart, id, true],
    ['id', idPart, id.toUpperCase(), false],
    ['text', textPart, '', true],
    ['text', textPart, 'O’Brien 🎭', true],
    ['text', textPart, 'a\0b', false],
    ['text', textPart, 'x'.repeat(201), false],
  ])('%s %#: %s', (_kind, part, text, fits) => expect(part.test(text)).toBe(fits));
});

describe('a cursor', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('none is the first page', () => expect(readCursor(undefined, [idPart])).toBeNull());

  test.each([
    '',
    'x',
    '!!!',
    encode(null),
    encode({}),
    encode([]),
    encode(['2026-11-20']),
    encode(['2026-11-20', id, id]),
    encode(['2026-11-20', 7]),
    encode([null, id]),
    encode(['2026-11-20', `${id}' OR true`]),
    Buffer.from('["2026-11-20"').toString('base64url'),
  ])('%j is refused by its name', (cursor) => {
    expect(() => readCursor(cursor, [datePart, idPart])).toThrowError(
      expect.objectContaining({ status: 400, facts: { errors: { cursor: [expect.any(String)] } } }),
    );
  });
});

test('pages of any size give every row once, in order, and then there is no next', () => {
  const total = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(total, fc.integer({ min: 1, max: 20 }), (count, limit) => {
      const rows = Array.from({ length: count }, (_, i) => String(i).padStart(4, '0'));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const after = readCursor(cursor, [/^\d{4}$/]);
        const rest = rows.filter((row) => after === null || row > (after[0] as string));
        const page = pageOf(
          rest.slice(0, limit + 1),
          limit,
          (row) => [row],
          (row) => row,
        );
        expect(page.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toEqual(rows);
    }),
  );
});
