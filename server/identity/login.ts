import { login as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { found, invalid, type Refusal, unauthenticated } from '../platform/problem.ts';
import type { Actor } from '../platform/scope.ts';
import {
  type Account,
  getAccountByEmail,
  lockPassword,
  type Membership,
  readOutside,
  strengthenHash,
  unsafeFindMemberships,
} from './account-store.ts';
import { checkPassword, hashPassword, isWeakHash } from './password.ts';
import { getPerson } from './person-store.ts';
import { presentMe } from './present-person.ts';
import { giveTokens, sessionEnd, startSession } from './start-session.ts';

/** Logs in: a new session in the organisation asked for, or the one used last. 401 `wrong_credentials`. */
export const login = publicCall(route, async ({ app, body, facts }) => {
  const email = body.email.toLowerCase();
  const account = await readOutside(app, (outside) => getAccountByEmail(outside, email));
  const stored = account?.password_hash ?? null;
  const right = await checkPassword(stored, body.password);
  if (!right || !account || stored === null) throw wrongCredentials();

  const memberships = await unsafeFindMemberships(app.systemPool, account.id);
  const { tenant, ...membership } = pick(memberships, body.organisation);
  const by = actorOf(account, membership);
  const stronger = isWeakHash(stored) ? await hashPassword(body.password) : null;

  const options = { by, requestId: facts.requestId };
  const { person, refresh } = await write(app, tenant, options, async (tx) => {
    if (!(await lockPassword(tx, account.id, stored))) throw wrongCredentials();
    if (stronger) await strengthenHash(tx, account.id, stored, stronger);
    const refresh = await startSession(tx, by, facts);
    return { refresh, person: found(await getPerson(tx, by.personId)) };
  });

  return {
    message: `Welcome back, ${person.first_name}.`,
    user: presentMe(person, tenant, memberships),
    tokens: await giveTokens(app, facts, { by, tenant }, refresh, sessionEnd(app)),
  };
});

// Deactivated everywhere is answered like a wrong password: a stranger can't tell.
function pick(memberships: Membership[], slug: string | undefined): Membership {
  const active = memberships.filter((membership) => membership.active);
  const [lastUsed] = active;
  if (!lastUsed) throw wrongCredentials();
  if (slug === undefined) return lastUsed;
  const wanted = active.find((membership) => membership.tenant.slug === slug);
  if (wanted) return wanted;
  throw invalid({ organisation: ['You belong to no organisation of this name.'] });
}

function actorOf(account: Account, membership: Omit<Membership, 'tenant'>): Actor {
  const { personId, fullName, role, permissions } = membership;
  const verified = account.email_verified_at !== null;
  const sessionId = newId();
  return { personId, accountId: account.id, sessionId, fullName, role, permissions, verified };
}

function wrongCredentials(): Refusal {
  return unauthenticated('No account has this e-mail and password.', 'wrong_credentials');
}
