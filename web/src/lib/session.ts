import { ProblemError, UnreachableError } from './problem.ts';

/** The access token lives in this variable and nowhere else; the refresh token in an HttpOnly cookie. */
let access: string | undefined;
let refreshing: Promise<boolean> | undefined;
const endListeners = new Set<() => void>();
const otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('callboard') : undefined;

otherTabs?.addEventListener('message', () => endSession({ tellOtherTabs: false }));

/** The token for the next call, if someone is logged in. */
export function accessToken(): string | undefined {
  return access;
}

/** Keeps the token of a log-in. */
export function startSession(token: string): void {
  // Another tab may still show someone else: it starts over with the new cookie.
  otherTabs?.postMessage('session changed');
  access = token;
}

/** Forgets who is logged in, and tells everyone who asked, in every tab. */
export function endSession({ tellOtherTabs = true } = {}): void {
  const was = access;
  access = undefined;
  if (tellOtherTabs) otherTabs?.postMessage('session changed');
  if (was) for (const listener of endListeners) listener();
}

/** Calls back when a session ends: logged out, or refused by the server. */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

/** Gets a new access token with the cookie; false when nobody is logged in. One at a time. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= inTurnWithOtherTabs(tradeCookie).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

// Two tabs must not spend the same cookie: the server takes the second for a thief.
function inTurnWithOtherTabs(work: () => Promise<boolean>): Promise<boolean> {
  return 'locks' in navigator ? navigator.locks.request('callboard-refresh', work) : work();
}

async function tradeCookie(): Promise<boolean> {
  const response = await fetch('/api/auth/refresh', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => {
    throw new UnreachableError();
  });
  if (response.ok) {
    const answer: { access: string } = await response.json();
    access = answer.access;
    return true;
  }
  if (response.status !== 401 && response.status !== 400) {
    throw new ProblemError(response.status, await response.json().catch(() => ({})));
  }
  endSession({ tellOtherTabs: false });
  return false;
}
