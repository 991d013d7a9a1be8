import { expect, test } from 'vitest';
import { renderLetter } from '../platform/letter.ts';
import { letters } from './letters.ts';

const context = {
  recipientName: 'Cleo Marsh',
  organisationName: 'Harbour <b>Care</b>',
  sender: { name: 'Callboard', address: 'callboard@localhost' },
  link: (path: string) => `https://rota.example${path}`,
  token: (purpose: string, id: string) => `${purpose}.${id}`,
};

test.each([
  ['verify-email', 'https://rota.example/verify-email?token=verify-email.7'],
  ['reset-password', 'https://rota.example/reset-password?token=reset-password.7'],
  ['invitation', 'https://rota.example/reset-password?token=reset-password.7'],
  ['added', 'https://rota.example/login'],
  ['session-reused', 'https://rota.example/login'],
  ['password-changed', 'https://rota.example/forgot-password'],
])('%s leads to %s', (name, url) => {
  const letter = letters[name]?.({ one_time_token: '7', inviter: 'Ben <i>' }, context);
  expect(letter?.button?.url).toBe(url);
  const { html, text } = renderLetter(letter ?? { subject: '', opening: '' }, context);
  expect(text).toContain(url);
  expect(html).not.toMatch(/<b>|<i>/);
});
