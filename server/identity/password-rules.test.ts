import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuOf } from '../testing/cpu-of.ts';
import { checkConfirmed, refusePassword } from './password-rules.ts';

const ada = ['Ada', 'Okafor', 'ada.okafor@harbour.example', 'Harbour Care'];

describe('passwords', () => {
  test.each([
    'correct horse battery staple',
    'harbour-lantern-42',
    'tall grass at noon',
    'ffkwzzttbqn',
    '🦉🌊🍋 owls like lemons',
    '¡contraseña larguísima de Ada!',
    'x9$kQ2!vLm',
    `${'p×'.repeat(36)}a long one`,
  ])('%s is accepted', (password) => {
    expect(refusePassword(password, ada)).toBeNull();
  });

  test.each([
    ['short', 'At least'],
    ['ten chars', 'At least'],
    ['aaaaaaaaaaaa', 'different'],
    ['abababababab', 'different'],
    ['1234567890', 'row'],
    ['0987654321', 'row'],
    ['qwertyuiop[]', 'row'],
    ['abcdefghijkl', 'row'],
    ['aabbccddeeffgg', 'row'],
    ['Password123', 'Too many'],
    ['P4$$w0rd2024!', 'Too many'],
    ['Admin@12345', 'Too many'],
    ['passwordpassword', 'Too many'],
    ['iloveyou2024', 'Too many'],
    ['MichaelJordan23', 'Too many'],
    ['1qaz2wsx3edc', 'Too many'],
    ['Callboard2026', 'Too many'],
    ['summer-2026!', 'Too many'],
    ['AdaOkafor1!', 'close'],
    ['ada.okafor@harbour.example', 'close'],
    ['HarbourCare99', 'close'],
    ['Ókafor-harbour', 'close'],
  ])('%s: %s', (password, why) => {
    expect(refusePassword(password, ada)).toContain(why);
  });

  test('random passwords are never refused as common', () => {
    const random = fc.string({ unit: 'grapheme-ascii', minLength: 20, maxLength: 64 });
    const varied = random.filter((one) => new Set(one.toLowerCase()).size > 12);
    fc.assert(
      fc.property(varied, (password) => !refusePassword(password, [])?.startsWith('Too many')),
    );
  });

  test('any text at all gets an answer, quickly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 256 }), async (text) => {
        expect(await cpuOf(() => refusePassword(text, ada))).toBeLessThan(50);
      }),
    );
  });

  test('the repetition must be the same to the letter', () => {
    expect(() => checkConfirmed('tall grass at noon', 'tall grass at noon ')).toThrow(
      'password_confirm: The two passwords differ.',
    );
  });
});
