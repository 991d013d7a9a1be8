import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, genesis, type SealedFacts, sealHash } from './chain.ts';

const facts: SealedFacts = {
  organisation_id: 'o',
  id: 'i',
  at: '2026-11-20T09:00:00Z',
  event: 'shift.approved',
  actor_id: 'ben',
  subject_kind: 'shift',
  subject_id: 's',
  data: { b: 1, a: { d: [1, { y: 2, x: null }], c: 'é' } },
  cause_id: null,
  request_id: 'r',
};

describe('canonical form', () => {
  test.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: { d: [2, 1], c: null } }, '{"a":{"c":null,"d":[2,1]}}'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: undefined }, '{}'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    [{ é: 1, z: 2, a: 3 }, '{"a":3,"z":2,"é":1}'],
  ])('%j: %s', (value, text) => expect(canonical(value)).toBe(text));

  test('is the same for the same JSON in any order of keys, and reads back as it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(reversed(value))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(reversed);
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner)]);
  return Object.fromEntries(entries.reverse());
}

describe('the hash of a seal', () => {
  test('is SHA-256 over the hash before, the number and the entry', () => {
    const expected = createHash('sha256')
      .update(Buffer.alloc(32))
      .update(`1\n${canonical(facts)}`)
      .digest();
    expect(sealHash(genesis, 1n, facts)).toEqual(expected);
  });

  test('changes with the place, with what was before, and with every field', () => {
    const changed = [
      sealHash(genesis, 2n, facts),
      sealHash(Buffer.alloc(32, 1), 1n, facts),
      ...Object.keys(facts).map((field) => sealHash(genesis, 1n, { ...facts, [field]: 'x' })),
      sealHash(genesis, 1n, { ...facts, data: { b: 1, a: { d: [1, { y: 2, x: 0 }], c: 'é' } } }),
    ].map((hash) => hash.toString('hex'));
    expect(new Set(changed).size).toBe(changed.length);
    expect(changed).not.toContain(sealHash(genesis, 1n, facts).toString('hex'));
  });
});
