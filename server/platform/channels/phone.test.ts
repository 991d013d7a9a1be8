import { expect, test } from 'vitest';
import { asE164 } from './phone.ts';
import { shortText } from './short-text.ts';

test.each([
  ['+447700900123', '+447700900123'],
  [' +44 (0)7700 900-123 ', '+447700900123'],
  ['0044 7700 900123', '+447700900123'],
  ['+1 (555) 000-1111', '+15550001111'],
  ['07700 900123', null],
  ['+44', null],
  ['+999 1234567', null],
  ['call me', null],
  ['', null],
])('%s is %s', (text, number) => {
  expect(asE164(text)).toBe(number);
});

test('typographic signs become plain ones, so that a text is not twice as dear', () => {
  expect(shortText('“Fri” – don’t…\u00a0go · now')).toBe(`"Fri" - don't... go - now`);
  expect(shortText('Žofia 👍')).toBe('Žofia 👍');
});

test('no text is longer than Twilio takes', () => {
  expect(shortText('x'.repeat(2_000))).toHaveLength(1_600);
});
