import { refreshSession as route } from '../../contract/routes.ts';
import { queueMessage } from '../inbox/module.ts';
import { publicCall, type RequestFacts } from '../platform/action.ts';
import { type App, write } from '../platform/app.ts';
import { record } from '../platform/journal.ts';
import { type Refusal, unauthenticated } from '../platform/problem.ts';
import type { Tenant, Tx } from '../platform/scope.ts';
import { readRefreshToken, successorOf } from './refresh-token.ts';
import {
  endSessions,
  getRefreshToken,
  insertRefreshToken,
  lockLiveSession,
  spendRefreshToken,
} from './session-store.ts';
import { giveTokens, hashOf, refreshCookie } from './start-session.ts';

// Two tabs, or an answer that got lost: within this time a spent token still gives its successor.
const graceMs = 10_000;
const rotationsInGrace = 100;

type Session = NonNullable<Awaited<ReturnType<typeof lockLiveSession>>>;

/**
 * Trades a refresh token for new tokens. A spent one that comes back after ten seconds was copied:
 * the whole session ends and its person is told. 401 `session_ended`.
 */
export const refreshSession = publicCall(route, async ({ app, body, facts }) => {
  const token = body.refresh ?? cookieOf(facts);
  const { organisationId } = readRefreshToken(token) ?? {};
  if (!organisationId) throw sessionEnded(facts);

  // The tenant's name is not needed to refresh; whatever is not its own it does not see.
  const tenant: Tenant = { id: organisationId, name: '', slug: '', timeZone: 'UTC' };
  const outcome = await write(app, tenant, { requestId: facts.requestId }, async (tx) => {
    const known = await getRefreshToken(tx, hashOf(token));
    const session = known && (await lockLiveSession(tx, known.session_id));
    if (!session) return null;
    const next = await rotate(app, tx, token);
    if (next === null) await endReused(tx, session);
    return next && { next, session };
  });
  if (!outcome) throw sessionEnded(facts);

  const { session, next } = outcome;
  const by = { accountId: session.account_id, sessionId: session.id, personId: session.person_id };
  const expiresAt = Temporal.Instant.from(session.expires_at);
  return giveTokens(app, facts, { by, tenant }, next, expiresAt);
});

// Under the session's lock. The newest token of the family is the answer: a tab that comes late
// must not be given one that another tab has spent already.
async function rotate(app: App, tx: Tx, given: string): Promise<string | null> {
  let token = given;
  for (let step = 0; step < rotationsInGrace; step += 1) {
    const row = await getRefreshToken(tx, hashOf(token));
    if (!row) return null;
    const next = successorOf(app.secrets, token);
    if (row.spent_at === null) {
      if (token !== given) return token;
      await spendRefreshToken(tx, row, hashOf(next));
      await insertRefreshToken(tx, row.session_id, hashOf(next));
      return next;
    }
    const spentForMs = Temporal.Instant.from(row.spent_at).until(tx.now).total('milliseconds');
    if (token === given && spentForMs > graceMs) return null;
    token = next;
  }
  return null;
}

async function endReused(tx: Tx, session: Session): Promise<void> {
  await endSessions(tx, { id: session.id }, 'reused');
  const entry = await record(tx, 'session.reused', session.person_id, { session: session.id });
  const person = { personId: session.person_id, email: session.email };
  await queueMessage(tx, entry, 'session-reused', [person], {});
}

function cookieOf(facts: RequestFacts): string {
  const token = facts.cookies[refreshCookie];
  if (token === undefined || token === '') throw unauthenticated();
  return token;
}

function sessionEnded(facts: RequestFacts): Refusal {
  facts.setCookie(refreshCookie, null, 0);
  return unauthenticated('The session has ended. Log in again.', 'session_ended');
}
