import { expect, test } from 'vitest';
import { type LetterContext, renderLetter, shortLetter } from '../platform/letter.ts';
import { letterSamples } from './letter-samples.ts';
import { reminderLetters } from './letters.ts';

const context: LetterContext = {
  ...{ recipientName: 'Alex Morgan', organisationName: 'Harbour', language: null },
  sender: { name: 'Harbour', address: 'callboard@board.example' },
  link: (path) => `https://board.example${path}`,
  token: (purpose) => `token-for-${purpose}`,
};

test('a reminder: what, when by both calendars, and one link to answer', () => {
  const sample = { ...letterSamples['duty-reminder'], duty_name: 'Azaan <1>' };
  const letter = reminderLetters['duty-reminder'](sample, context);
  const { html, text } = renderLetter(letter, context);
  expect(letter.subject).toBe('Reminder: Azaan <1>, Mon, 8 February 2027');
  expect(text).toContain('Date: Mon, 8 February 2027 · 1 Ramadan 1448 AH');
  expect(text).toContain('Time: 18:05–18:20');
  expect(text).toContain('https://board.example/api/duty-answers/token-for-duty-answer');
  expect(html).toContain('Azaan &lt;1&gt;');
  expect(html).not.toContain('Azaan <1>');
  expect(shortLetter(letter, context)).toBe(
    'Harbour: Azaan <1>, Mon, 8 February 2027, 18:05-18:20. Can you? Say so here:\nhttps://board.example/api/duty-answers/token-for-duty-answer',
  );
  expect(letter.whatsApp).toEqual({
    template: 'duty_reminder',
    parameters: ['Alex Morgan', 'Azaan <1>', 'Mon, 8 February 2027, 18:05–18:20'],
  });
});

test('the second date is in the reader’s language; a duty over midnight says so; late is late', () => {
  const sample = { ...letterSamples['duty-reminder'], overnight: true, late: true };
  const arabic = { ...context, language: 'ar' };
  const { text } = renderLetter(reminderLetters['duty-reminder'](sample, arabic), arabic);
  expect(text).toContain('· 1 رمضان 1448 هـ');
  expect(text).toContain('18:05–18:20 (next day)');
  expect(text).toContain('This reminder comes late. You have a duty.');
});

test('who could not be reminded, and why', () => {
  const letter = reminderLetters['reminder-failed'](letterSamples['reminder-failed'], context);
  const { text } = renderLetter(letter, context);
  expect(text).toContain('Who: Alex Morgan');
  expect(text).toContain('Why: E-mail: the mailbox is full.');
  expect(text).toContain('https://board.example/reminders');
});

test('who can’t, with who could; or that nobody is free', () => {
  const read = (sample: (typeof letterSamples)['duty-cannot']) =>
    renderLetter(reminderLetters['duty-cannot'](sample, context), context).text;
  const sample = letterSamples['duty-cannot'];
  expect(read(sample)).toContain('Note: I am travelling');
  expect(read(sample)).toContain('Could stand in: Sam Reed (free, 1 duty in this roster)');
  expect(read({ ...sample, note: '', stand_ins: [] })).toContain('Could stand in: Nobody is free.');
});
