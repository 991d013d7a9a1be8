import type { RequestFacts } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import type { Actor, Tenant, Tx } from '../platform/scope.ts';
import { signAccessToken } from './access-token.ts';
import { newRefreshToken, readRefreshToken } from './refresh-token.ts';
import { insertSession, sessionLivesFor } from './session-store.ts';

/** The cookie that holds a browser's refresh token. */
export const refreshCookie = 'callboard_refresh';

/** Starts a session for `by` in the transaction; returns its first refresh token. */
export async function startSession(tx: Tx, by: Actor, facts: RequestFacts): Promise<string> {
  const refresh = newRefreshToken(tx.tenant.id);
  await insertSession(tx, by, hashOf(refresh), facts);
  await record(tx, 'session.started', by.personId, {
    session: by.sessionId,
    address: facts.address,
    user_agent: facts.userAgent,
  });
  return refresh;
}

/** The hash that a refresh token of ours is stored as. */
export function hashOf(refresh: string): Buffer {
  const token = readRefreshToken(refresh);
  if (!token) throw new Error('not a refresh token');
  return token.hash;
}

/** Hands out a session's tokens: in the answer, and the refresh token as a cookie too. */
export async function giveTokens(
  app: App,
  facts: RequestFacts,
  holder: { by: Pick<Actor, 'accountId' | 'sessionId' | 'personId'>; tenant: Pick<Tenant, 'id'> },
  refresh: string,
  expiresAt: Temporal.Instant,
): Promise<{ access: string; refresh: string }> {
  const now = app.clock.now();
  const access = await signAccessToken(
    app.secrets,
    { ...holder.by, organisationId: holder.tenant.id },
    now,
  );
  const left = now.until(expiresAt).total('seconds');
  facts.setCookie(refreshCookie, refresh, Math.floor(left));
  return { access, refresh };
}

/** When a session that starts now ends at the latest. */
export function sessionEnd(app: App): Temporal.Instant {
  return app.clock.now().add(sessionLivesFor);
}
