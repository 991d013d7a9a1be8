import type { RoleId } from '../../contract/identity/permissions.ts';
import type { RequestFacts } from '../platform/action.ts';
import { type App, read } from '../platform/app.ts';
import { readMailToken } from '../platform/mail-token.ts';
import { invalid, type Refusal } from '../platform/problem.ts';
import type { Tenant, Tx } from '../platform/scope.ts';
import { endInvitation, type Invited, unsafeFindInvitation } from './invitation-store.ts';
import { joinCodeMac } from './join-code.ts';
import { spendJoinCode, unsafeFindJoinCode } from './join-code-store.ts';
import { guarded } from './login-limits.ts';
import { getPersonByEmail } from './person-store.ts';

/** A way into an organisation that exists: where it leads, and as whom. */
export type WayIn = {
  kind: 'join_code' | 'invitation';
  id: string;
  tenant: Tenant;
  role: RoleId;
  /** The entry that waits for them in the directory, if one does. */
  personId: string | null;
};

/** The organisation that a join code opens to the owner of this address. 400 on `join_code` or `email`. */
export async function wayByCode(
  app: App,
  facts: RequestFacts,
  code: string,
  email: string,
): Promise<WayIn> {
  const opened = await guarded(app, facts, async () => {
    const found = await unsafeFindJoinCode(app.systemPool, joinCodeMac(app.secrets, code));
    if (found) return found;
    throw deadCode();
  });
  const { id, tenant } = opened;
  const waiting = await read(app, tenant, (scope) => getPersonByEmail(scope, email));
  // The role of an invitation is for whoever reads that address; a code proves nothing of it.
  if (waiting?.standing === 'invited') {
    throw invalid({ email: ['An invitation went to this address: open its link instead.'] });
  }
  const personId = waiting?.standing === 'withdrawn' ? waiting.id : null;
  return { kind: 'join_code', id, tenant, role: 'member', personId };
}

/** What an invitation's token leads to. 400 on `field`, whatever is wrong with it. */
export async function invitedBy(
  app: App,
  facts: RequestFacts,
  token: string,
  field: 'invite' | 'token',
): Promise<Invited> {
  return guarded(app, facts, async () => {
    const id = readMailToken(app.secrets, 'invitation', token);
    const invited = id === null ? undefined : await unsafeFindInvitation(app.systemPool, id);
    const good =
      invited &&
      Temporal.Instant.compare(app.clock.now(), Temporal.Instant.from(invited.expiresAt)) < 0;
    if (good) return invited;
    throw deadInvitation(field);
  });
}

/** The same as a way in, for the owner of this address alone. 400 on `email`. */
export async function wayByInvitation(
  app: App,
  facts: RequestFacts,
  token: string,
  email: string,
): Promise<WayIn> {
  const { id, tenant, role, personId, ...invited } = await invitedBy(app, facts, token, 'invite');
  if (invited.email !== email) {
    throw invalid({ email: [`This invitation is for ${invited.email}.`] });
  }
  return { kind: 'invitation', id, tenant, role, personId };
}

/** Goes a way in, in the transaction of whoever does: a code is used once more, an invitation is used up. */
export async function takeWayIn(tx: Tx, way: WayIn): Promise<void> {
  if (way.kind === 'join_code') {
    if (!(await spendJoinCode(tx, way.id))) throw deadCode();
  } else if (!(await endInvitation(tx, way.id, 'accepted'))) {
    throw deadInvitation('invite');
  }
}

function deadCode(): Refusal {
  return invalid({ join_code: ['This code opens nothing, or no longer. Ask for another.'] });
}

function deadInvitation(field: string): Refusal {
  return invalid({
    [field]: ['This invitation was used, taken back or has expired. Ask for another.'],
  });
}
