import { jwtVerify, SignJWT } from 'jose';
import type { Secrets } from '../platform/secrets.ts';

const issuer = 'callboard';
const audience = 'callboard-api';
const typ = 'at+jwt';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const livesFor = { minutes: 15 } as const;

/** What an access token claims; whether it still holds is asked of the database. */
export type AccessClaims = {
  accountId: string;
  sessionId: string;
  organisationId: string;
  personId: string;
};

/** An access token of 15 minutes (JWT, HS256, RFC 9068). */
export function signAccessToken(
  secrets: Secrets,
  claims: AccessClaims,
  now: Temporal.Instant,
): Promise<string> {
  return new SignJWT({
    sid: claims.sessionId,
    org: claims.organisationId,
    per: claims.personId,
  })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setSubject(claims.accountId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(seconds(now))
    .setExpirationTime(seconds(now.add(livesFor)))
    .sign(secrets.accessKey);
}

/** The claims of a token that was signed here and has not expired, else null. */
export async function readAccessToken(
  secrets: Secrets,
  token: string,
  now: Temporal.Instant,
): Promise<{ claims: AccessClaims; expiresAtMs: number } | null> {
  try {
    const { payload } = await jwtVerify(token, secrets.accessKey, {
      algorithms: ['HS256'],
      issuer,
      audience,
      typ,
      requiredClaims: ['sub', 'exp', 'sid', 'org', 'per'],
      currentDate: new Date(now.epochMilliseconds),
    });
    const claims = {
      accountId: String(payload.sub),
      sessionId: String(payload.sid),
      organisationId: String(payload.org),
      personId: String(payload.per),
    };
    if (!Object.values(claims).every((id) => uuid.test(id))) return null;
    return { claims, expiresAtMs: Number(payload.exp) * 1_000 };
  } catch {
    return null;
  }
}

function seconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1_000);
}
