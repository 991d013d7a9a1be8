import { randomInt } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';

// Clocks of telephones run a little early or late: the code before and the one after count too (RFC 6238, 5.2).
const toleranceSeconds = 30;
const recoveryCodes = 10;

/** A new secret for an authenticator app, 160 bits in Base32. */
export function newSecret(): string {
  return generateSecret();
}

/** What an authenticator app reads from the picture. */
export function uriOf(secret: string, email: string): string {
  return generateURI({ issuer: 'Callboard', label: email, secret });
}

/** The time step that `code` belongs to; null when it is no code of the secret now. */
export async function stepOf(
  secret: string,
  code: string,
  now: Temporal.Instant,
): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.epochMilliseconds / 1_000);
  const checked = await verify({ secret, token: code, epoch, epochTolerance: toleranceSeconds });
  return checked.valid && 'timeStep' in checked ? checked.timeStep : null;
}

// Without I, L, O, 0, 1 and U: it is written on paper and typed by hand.
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Ten recovery codes of ten characters, some 49 bits each, like `7HK2M-QX4TR`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodes }, () => {
    const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]);
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
  });
}

/** A code as it was made, however it was typed. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
