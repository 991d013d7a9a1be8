import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuOf } from '../testing/cpu-of.ts';
import { findMentions, type Mentionable, mentionOf } from './mention.ts';

const person = (id: string, full_name: string, username: string | null = null): Mentionable => ({
  ...{ id, full_name, username },
  first_name: full_name.split(' ')[0] as string,
});
const people = [
  person('cleo', 'Cleo Marsh', 'cleo.m'),
  person('ben', 'Ben Lindqvist'),
  person('benno', 'Benno Ask'),
  person('dev1', 'Dev Raman'),
  person('dev2', 'Dev Ortiz', 'ortiz'),
  person('jose', 'José Núñez-Ó Briain'),
];

describe('who is meant', () => {
  test.each([
    ['by full name', 'ask @Cleo Marsh please', ['cleo']],
    ['by first name, if nobody else has it', 'thanks @ben!', ['ben']],
    ['by user name', '@cleo.m and @ORTIZ', ['cleo', 'dev2']],
    ['whatever the case and the space', '@CLEO   marsh', ['cleo']],
    ['at the end, in brackets, twice once', '(@Ben) @ben @Benno', ['ben', 'benno']],
    ['the longest name that fits', '@Benno, not @Ben', ['benno', 'ben']],
    ['a first name that two have: nobody', '@Dev can you?', []],
    ['their full names: each', '@Dev Ortiz @Dev Raman', ['dev2', 'dev1']],
    ['accents, composed or not', '@jose\u0301 nu\u0301n\u0303ez-o\u0301 briain', ['jose']],
    ['no e-mail address', 'write to someone@ben.example or x.@ben', []],
    ['no word that only begins so', '@Benedikt @cleopatra @ben_2', []],
    ['an @ alone', '@ @@ @, a@', []],
    ['after another @', '@@ben', ['ben']],
    ['nobody called', 'Cleo Marsh', []],
  ])('%s', (_, text, ids) => {
    expect(findMentions(text, people)).toEqual(ids);
  });
});

const letter = fc.constantFrom(...'abcdeÄßøñ漢'.split(''));
const word = fc.string({ unit: letter, minLength: 1, maxLength: 5 });
const directory = fc
  .array(fc.tuple(word, word), { minLength: 1, maxLength: 12 })
  .map((names) => names.map(([first, last], i) => person(`p${i}`, `${first} ${last}`)));
// What stands between mentions: it can't begin or prolong a name.
const between = fc.string({ unit: fc.constantFrom(...' .,!?()xyz\n-'.split('')), maxLength: 12 });

test('finds those whose completion was written, and nobody else', () => {
  fc.assert(
    fc.property(
      directory,
      fc.array(fc.tuple(between, fc.nat()), { maxLength: 8 }),
      (all, parts) => {
        let text = '';
        const meant: string[] = [];
        for (const [before, choice] of parts) {
          const chosen = all[choice % all.length] as Mentionable;
          const mention = mentionOf(chosen, all);
          text += `${before} `;
          if (mention === null) continue;
          text += `${mention}, `;
          if (!meant.includes(chosen.id)) meant.push(chosen.id);
        }
        expect(findMentions(text, all)).toEqual(meant);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('any text at all: only people of the directory, each once, in a moment', async () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(letter, fc.constantFrom('@', ' ', '.')) }),
      directory,
      (text, all) => {
        const found = findMentions(text, all);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((id) => !all.some((one) => one.id === id))).toEqual([]);
        if (!text.includes('@')) expect(found).toEqual([]);
      },
    ),
  );
  const crowd = Array.from({ length: 5_000 }, (_, i) => person(`p${i}`, `Name${i} Family${i}`));
  const spent = await cpuOf(() => findMentions('@Name1 '.repeat(300), crowd));
  expect(spent).toBeLessThan(500);
});
