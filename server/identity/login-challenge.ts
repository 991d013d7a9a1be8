import { jwtVerify, SignJWT } from 'jose';
import type { Secrets } from '../platform/secrets.ts';

const issuer = 'callboard';
const audience = 'callboard-second-factor';
const typ = 'challenge+jwt';
const livesFor = { minutes: 5 } as const;

/** Whose password was right, and where they want to go. */
export type Challenge = { accountId: string; organisation: string | undefined };

/** Says for five minutes that the password was right; it ends with that password. */
export function signChallenge(
  secrets: Secrets,
  challenge: Challenge,
  passwordHash: string,
  now: Temporal.Instant,
): Promise<string> {
  return new SignJWT({ slug: challenge.organisation, pwd: printOf(secrets, passwordHash) })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setSubject(challenge.accountId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime(seconds(now.add(livesFor)))
    .sign(secrets.accessKey);
}

/** The challenge, and whether a password hash is still the one it was made for; null: not ours, or too old. */
export async function readChallenge(
  secrets: Secrets,
  token: string,
  now: Temporal.Instant,
): Promise<(Challenge & { isFor(passwordHash: string): boolean }) | null> {
  try {
    const { payload } = await jwtVerify(token, secrets.accessKey, {
      ...{ algorithms: ['HS256'], issuer, audience, typ },
      requiredClaims: ['sub', 'exp', 'pwd'],
      currentDate: new Date(now.epochMilliseconds),
    });
    return {
      accountId: String(payload.sub),
      organisation: typeof payload.slug === 'string' ? payload.slug : undefined,
      isFor: (passwordHash) => payload.pwd === printOf(secrets, passwordHash),
    };
  } catch {
    return null;
  }
}

function printOf(secrets: Secrets, passwordHash: string): string {
  return secrets.mac(`challenge:${passwordHash}`).toString('base64url');
}

function seconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1_000);
}
