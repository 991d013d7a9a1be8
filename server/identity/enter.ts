import type { Answer } from '../../contract/platform/route.ts';
import type { login as route } from '../../contract/routes.ts';
import type { RequestFacts } from '../platform/action.ts';
import { type App, write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { found, invalid, type Refusal, unauthenticated } from '../platform/problem.ts';
import type { Actor, Tx } from '../platform/scope.ts';
import {
  type Account,
  lockPassword,
  type Membership,
  unsafeFindMemberships,
} from './account-store.ts';
import { rememberDevice } from './known-device.ts';
import { getPerson } from './person-store.ts';
import { presentMe } from './present-person.ts';
import { giveTokens, sessionEnd, startSession } from './start-session.ts';

/** Someone whose password was right. `passwordHash` is the one it was checked against. */
export type Entering = {
  account: Account;
  passwordHash: string;
  organisation: string | undefined;
  /** What else must hold or be written in the transaction of the new session. */
  also: (tx: Tx) => Promise<void>;
};

/** Lets someone in: a new session in the organisation asked for, or the one used last. */
export async function enter(
  app: App,
  facts: RequestFacts,
  { account, passwordHash, organisation, also }: Entering,
): Promise<Answer<typeof route>> {
  const memberships = await unsafeFindMemberships(app.systemPool, account.id);
  const { tenant, ...membership } = pick(memberships, organisation);
  const by = actorOf(account, membership);
  const options = { by, requestId: facts.requestId };
  const { person, refresh } = await write(app, tenant, options, async (tx) => {
    if (!(await lockPassword(tx, account.id, passwordHash))) throw wrongCredentials();
    await also(tx);
    const refresh = await startSession(tx, by, facts);
    return { refresh, person: found(await getPerson(tx, by.personId)) };
  });
  const tokens = await giveTokens(app, facts, { by, tenant }, refresh, sessionEnd(app));
  rememberDevice(app, facts, account.email);
  return {
    message: `Welcome back, ${person.first_name}.`,
    user: presentMe(person, tenant, memberships),
    tokens,
  };
}

/** 401: whatever was wrong, nobody is told which. */
export function wrongCredentials(): Refusal {
  return unauthenticated('No account has this e-mail and password.', 'wrong_credentials');
}

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
