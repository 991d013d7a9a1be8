import { createHash, timingSafeEqual } from 'node:crypto';

/** The six digits that stand for a one-time token, so that they can be typed; dots for whom it is hidden from. */
export function phoneCodeOf(token: string): string {
  if (token === 'hidden-from-others') return '••••••';
  const number = createHash('sha256').update(token).digest().readUInt32BE(0) % 1_000_000;
  return String(number).padStart(6, '0');
}

/** Whether a code is the one of a token, in constant time and whatever spaces it was typed with. */
export function isPhoneCode(token: string, code: string): boolean {
  const given = Buffer.from(code.replace(/\D/g, ''));
  const right = Buffer.from(phoneCodeOf(token));
  return given.length === right.length && timingSafeEqual(given, right);
}
