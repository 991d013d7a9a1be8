import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from './text.ts';

test.each([
  [{ name: '  Ada ' }, { name: 'Ada' }],
  [{ a: { b: [' x ', { c: '\ty\n' }] } }, { a: { b: ['x', { c: 'y' }] } }],
  [
    { n: 7, yes: true, nothing: null },
    { n: 7, yes: true, nothing: null },
  ],
  [' x ', 'x'],
  [[], []],
])('%j is trimmed to %j', (given, clean) => expect(cleanText(given)).toEqual(clean));

test('passwords are kept to the letter', () => {
  const body = { password: '  x ', password_confirm: ' x  ', name: ' x ' };
  expect(cleanText(body)).toEqual({ ...body, name: 'x' });
});

describe('refused with the name of the field', () => {
  test.each([
    [{ name: 'a\0b' }, 'name'],
    [{ name: '\ud800' }, 'name'],
    [{ a: { b: ['fine', 'x\udc00'] } }, 'a.b.1'],
    [{ password: 'a\0' }, 'password'],
  ])('%j', (body, field) => {
    expect(() => cleanText(body)).toThrowError(
      expect.objectContaining({
        status: 400,
        facts: { errors: { [field]: [expect.any(String)] } },
      }),
    );
  });

  test('what is nested too deeply', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 20; i += 1) deep = { a: deep };
    expect(() => cleanText(deep)).toThrowError(expect.objectContaining({ status: 400 }));
  });
});

test('whatever it lets pass, PostgreSQL can store, and it stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const body = { text };
      if (text.includes('\0') || !text.isWellFormed()) {
        expect(() => cleanText(body)).toThrow();
        return;
      }
      expect(cleanText(body)).toEqual({ text: text.trim() });
      expect(cleanText(cleanText(body))).toEqual(cleanText(body));
    }),
  );
});
