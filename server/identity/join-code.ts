import type { Secrets } from '../platform/secrets.ts';

// Without I, L, O, 0 and 1: the code is read aloud and typed by hand.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 10;

/** The code of a `join_code` row: ten characters, some 49 bits, derived by the program's key. */
export function joinCodeOf(secrets: Secrets, id: string): string {
  let rest = BigInt(`0x${secrets.mac(`join-code:${id}`).toString('hex')}`);
  const base = BigInt(alphabet.length);
  return Array.from({ length }, () => {
    const character = alphabet[Number(rest % base)];
    rest /= base;
    return character;
  }).join('');
}

/** What a code is looked up by, whatever its case and the spaces in it. */
export function joinCodeMac(secrets: Secrets, code: string): Buffer {
  return secrets.mac(`join-code-given:${code.replace(/[\s-]/g, '').toUpperCase()}`);
}
