import type pg from 'pg';
import type { EventName } from '../../contract/events.ts';
import type { Caller } from '../platform/action.ts';
import type { Clock } from '../platform/clock.ts';
import type { Recorded } from '../platform/scope.ts';
import type { Secrets } from '../platform/secrets.ts';
import { inTenant } from '../platform/transaction.ts';
import { type AccessClaims, readAccessToken } from './access-token.ts';
import { findLiveSession } from './session-store.ts';

// A session that has ended is refused within a second, even if nothing tells us of its end.
const trustedForMs = 1_000;
const remembered = 10_000;

/** What a token was found to stand for. */
export type Looked = { claims: AccessClaims; expiresAtMs: number; caller: Caller };

type Entry = Looked & { staleAtMs: number };

/** Tells who holds an access token. */
export type Authenticator = {
  /** The caller, or null: not our token, expired, session ended, person deactivated. */
  authenticate(token: string): Promise<Caller>;
  /** Drops what a journal entry makes untrue: told of this node's at commit, of all nodes' by the relay. */
  forget(entry: Recorded): void;
};

const untrue: Partial<Record<EventName, (entry: Recorded, claims: AccessClaims) => boolean>> = {
  'session.ended': ofSession,
  'session.reused': ofSession,
  'session.confirmed': ofSession,
  'api_key.revoked': (entry, claims) => entry.data.key === claims.sessionId,
  'password.changed': ofPerson,
  'email.verified': ofPerson,
  'person.updated': ofPerson,
  'person.deactivated': ofPerson,
  'person.activated': ofPerson,
  'person.left': ofPerson,
  'operator.made': ofPerson,
  'operator.unmade': ofPerson,
  'organisation.updated': ofOrganisation,
  'role.updated': ofOrganisation,
};

/**
 * An authenticator that asks the database at most once a second per token; a caller it knows
 * costs some microseconds. What it knows is bounded to 10,000 tokens, the oldest go first.
 */
export function openAuthenticator(needs: {
  pool: pg.Pool;
  clock: Clock;
  secrets: Secrets;
  /** Looks up what may be an API key. */
  findKey: (pool: pg.Pool, token: string, now: Temporal.Instant) => Promise<Looked | null>;
}): Authenticator {
  const known = new Map<string, Entry>();
  const asking = new Map<string, Promise<Caller>>();
  let forgotten = 0;

  async function lookUp(
    token: string,
    before: Entry | undefined,
    now: Temporal.Instant,
  ): Promise<Looked | null> {
    const read = before ?? (await readAccessToken(needs.secrets, token, now));
    if (!read) return null;
    const { claims, expiresAtMs } = read;
    const caller = await inTenant(needs.pool, claims.organisationId, (db) =>
      findLiveSession(db, claims, now),
    );
    return { claims, expiresAtMs, caller };
  }

  async function ask(token: string, before: Entry | undefined): Promise<Caller> {
    const at = forgotten;
    const now = needs.clock.now();
    const isToken = token.split('.').length === 3;
    const looked = isToken
      ? await lookUp(token, before, now)
      : await needs.findKey(needs.pool, token, now);
    known.delete(token);
    if (!looked) return null;
    // Something was forgotten while we asked: the answer may be older than that.
    if (at === forgotten) {
      const staleAtMs = now.epochMilliseconds + trustedForMs;
      known.set(token, { ...looked, staleAtMs });
      dropOldest(known);
    }
    return looked.caller;
  }

  async function askOnce(token: string, before: Entry | undefined): Promise<Caller> {
    const asked = asking.get(token) ?? ask(token, before).finally(() => asking.delete(token));
    asking.set(token, asked);
    return asked;
  }

  return {
    async authenticate(token) {
      const entry = known.get(token);
      if (!entry) return askOnce(token, undefined);
      const nowMs = needs.clock.now().epochMilliseconds;
      if (nowMs >= entry.expiresAtMs) {
        known.delete(token);
        return null;
      }
      return nowMs < entry.staleAtMs ? entry.caller : askOnce(token, entry);
    },
    forget(entry) {
      const concerns = untrue[entry.event];
      if (!concerns) return;
      forgotten += 1;
      for (const [token, { claims }] of known) {
        if (concerns(entry, claims)) known.delete(token);
      }
    },
  };
}

function ofSession(entry: Recorded, claims: AccessClaims): boolean {
  return entry.data.session === claims.sessionId;
}

function ofOrganisation(entry: Recorded, claims: AccessClaims): boolean {
  return entry.organisationId === claims.organisationId;
}

function ofPerson(entry: Recorded, claims: AccessClaims): boolean {
  return entry.subjectId === claims.personId;
}

function dropOldest(known: Map<string, Entry>): void {
  if (known.size <= remembered) return;
  for (const token of known.keys()) {
    known.delete(token);
    if (known.size <= remembered * 0.9) return;
  }
}
