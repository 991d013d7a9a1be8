import { randomInt } from 'node:crypto';

// Without I, L, O, 0 and 1: the code is read aloud and typed by hand.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A random join code of ten characters, some 49 bits. */
export function newJoinCode(): string {
  return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
