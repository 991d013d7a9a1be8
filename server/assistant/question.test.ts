import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuOf } from '../testing/cpu-of.ts';
import { recognise } from './question.ts';

const morning = { name: 'Morning', start_time: '06:00:00', end_time: '09:00:00' };
const evening = { name: 'Evening', start_time: '21:00:00', end_time: '22:00:00' };
const people = [
  { id: 'cleo', name: 'Cleo Marsh' },
  { id: 'dev', name: 'Dev Patel' },
  { id: 'adam', name: 'Ada Marsh' },
];
// A Friday.
const known = { today: '2026-11-20', people, windowsOn: () => [morning, evening] };
const ask = (question: string) => recognise(question, known);

describe('who can take it', () => {
  test.each([
    ['who can take Friday evening?', '2026-11-20', [evening]],
    ['Who is free on Monday morning', '2026-11-23', [morning]],
    ['who could cover Thu?', '2026-11-26', [morning, evening]],
    ['who can take tomorrow evening', '2026-11-21', [evening]],
    ['who can work tonight?', '2026-11-20', [evening]],
    ['who can take 2026-12-01?', '2026-12-01', [morning, evening]],
    ['who can take 1 December, evening', '2026-12-01', [evening]],
    ['who can take the 3rd January', '2027-01-03', [morning, evening]],
    ['who can take Sunday at 7:30?', '2026-11-22', [morning]],
    [
      'who can take Sunday at 14:00?',
      '2026-11-22',
      [{ name: '14:00–15:00', start_time: '14:00:00', end_time: '15:00:00' }],
    ],
    [
      'who can take Sunday 14:00-16:30?',
      '2026-11-22',
      [{ name: '14:00–16:30', start_time: '14:00:00', end_time: '16:30:00' }],
    ],
    [
      'who can take Sunday from 22:00 to 06:00?',
      '2026-11-22',
      [{ name: '22:00–06:00', start_time: '22:00:00', end_time: '06:00:00' }],
    ],
  ])('%s', (question, date, spans) => {
    expect(ask(question)).toEqual({ kind: 'who', date, spans });
  });

  test.each(['who can take 2026-02-30?', 'who can take it?', 'who is Cleo?'])(
    'not: %s',
    (question) => {
      expect(ask(question)).toBeNull();
    },
  );
});

test.each(['which gaps are open?', 'What is still uncovered?', 'Any gap?', 'what is open'])(
  'gaps: %s',
  (question) => expect(ask(question)).toEqual({ kind: 'gaps' }),
);

describe('hours', () => {
  test.each([
    ['how many hours has Cleo?', ['cleo'], '2026-11-20'],
    ["What are Dev Patel's hours", ['dev'], '2026-11-20'],
    ['how many hours do Cleo and Dev have next week?', ['cleo', 'dev'], '2026-11-27'],
    ['how many hours has Ada Marsh', ['adam'], '2026-11-20'],
  ])('%s', (question, ids, date) => {
    expect(ask(question)).toEqual({ kind: 'hours', people: ids, date });
  });

  test.each(['how many hours has Zoe?', 'how many hours has Cleopatra?', 'how many hours'])(
    'of nobody known: %s',
    (question) => expect(ask(question)).toBeNull(),
  );
});

test('whatever is asked, it answers, at once', async () => {
  const words = fc.constantFrom(
    'who',
    'friday',
    'hours',
    'cleo',
    '14:00',
    '25:00',
    '2026-99-99',
    'gap',
  );
  const text = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const asked = ask(parts.join(' ').slice(0, 300));
      if (asked?.kind === 'who') expect(asked.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    }),
  );
  for (const nasty of [' '.repeat(300), '1'.repeat(300), 'a'.repeat(300), '?!'.repeat(150)]) {
    expect(await cpuOf(() => ask(nasty))).toBeLessThan(100);
  }
});
