import { forgetOrganisation } from './chosen-organisation.ts';
import { ProblemError, UnreachableError } from './problem.ts';

/** The access token lives in this variable and nowhere else; the refresh token in an HttpOnly cookie. */
let access: string | undefined;
let refreshing: Promise<boolean> | undefined;
/** Why a session ended: the person logged out, or it was lost (refused, or changed in another tab). */
export type SessionEnd = 'out' | 'lost';

const endListeners = new Set<(why: SessionEnd) => void>();
const otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('callboard') : undefined;

otherTabs?.addEventListener('message', ({ data }) => end(data === 'out' ? 'out' : 'lost'));

// Only the bare fact that there was a session: without one there is no cookie to trade either.
const memory = 'callboard-session';

/** The token for the next call, if someone is logged in. */
export function accessToken(): string | undefined {
  return access;
}

/** Keeps the token of a log-in. */
export function startSession(token: string): void {
  // Another tab may still show someone else: it starts over with the new cookie.
  otherTabs?.postMessage('lost');
  forgetOrganisation();
  access = token;
  remember(true);
}

/** Forgets who is logged in, and tells everyone who asked, in every tab. */
export function endSession(why: SessionEnd): void {
  otherTabs?.postMessage(why);
  if (why === 'out') forgetOrganisation();
  remember(false);
  end(why);
}

function end(why: SessionEnd): void {
  const was = access;
  access = undefined;
  if (was) for (const listener of endListeners) listener(why);
}

function remember(session: boolean): void {
  try {
    if (session) localStorage.setItem(memory, '1');
    else localStorage.removeItem(memory);
  } catch {
    // Where nothing can be kept, `mayHaveSession` asks the server every time.
  }
}

function mayHaveSession(): boolean {
  try {
    return localStorage.getItem(memory) !== null;
  } catch {
    return true;
  }
}

/** Calls back when a session ends: logged out, or refused by the server. */
export function onSessionEnd(listener: (why: SessionEnd) => void): () => void {
  endListeners.add(listener);
  return () => endListeners.delete(listener);
}

/** Gets a new access token with the cookie; false when nobody is logged in. One at a time. */
export function refreshSession(): Promise<boolean> {
  if (!access && !mayHaveSession()) return Promise.resolve(false);
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
    remember(true);
    return true;
  }
  if (response.status !== 401 && response.status !== 400) {
    throw new ProblemError(response.status, await response.json().catch(() => ({})));
  }
  remember(false);
  end('lost');
  return false;
}
