import type pg from 'pg';
import type { EventName } from '../../contract/events.ts';
import type { Caller, Known } from '../platform/action.ts';
import type { Clock } from '../platform/clock.ts';
import type { Recorded } from '../platform/scope.ts';
import { type Membership, unsafeFindMemberships } from './account-store.ts';

const trustedForMs = 1_000;
const remembered = 10_000;

/** Takes whoever is logged in into another organisation of theirs. */
export type Visits = {
  /** The person they are in the organisation of this slug or id; null where they are nobody. */
  visit(home: Known, organisation: string): Promise<Caller>;
  /** Drops what a journal entry makes untrue. */
  forget(entry: Recorded): void;
};

const untrue: ReadonlySet<EventName> = new Set([
  ...(['person.updated', 'person.deactivated', 'person.activated', 'person.left'] as const),
  ...(['organisation.updated', 'role.updated'] as const),
]);

/** Memberships are asked of the database at most once a second for a person and organisation. */
export function openVisits(needs: { systemPool: pg.Pool; clock: Clock }): Visits {
  const known = new Map<string, { membership: Membership; staleAtMs: number }>();
  let forgotten = 0;

  async function find(accountId: string, organisation: string): Promise<Membership | undefined> {
    const key = `${accountId} ${organisation}`;
    const nowMs = needs.clock.now().epochMilliseconds;
    const before = known.get(key);
    if (before && nowMs < before.staleAtMs) return before.membership;
    const at = forgotten;
    const memberships = await unsafeFindMemberships(needs.systemPool, accountId);
    const membership = memberships.find(
      ({ active, tenant }) => active && [tenant.id, tenant.slug].includes(organisation),
    );
    known.delete(key);
    // Something was forgotten while we asked: the answer may be older than that.
    if (membership && at === forgotten) {
      if (known.size >= remembered) known.clear();
      known.set(key, { membership, staleAtMs: nowMs + trustedForMs });
    }
    return membership;
  }

  return {
    async visit(home, organisation) {
      // A key is for one organisation: its scopes say nothing about another.
      if (home.by.apiKey) {
        return [home.tenant.id, home.tenant.slug].includes(organisation) ? home : null;
      }
      const membership = await find(home.by.accountId, organisation);
      return membership ? visiting(home, membership) : null;
    },
    forget(entry) {
      if (!untrue.has(entry.event)) return;
      forgotten += 1;
      for (const [key, { membership }] of known) {
        if (membership.tenant.id === entry.organisationId) known.delete(key);
      }
    },
  };
}

function visiting(home: Known, membership: Membership): Known {
  const { tenant, personId, fullName, role, permissions } = membership;
  if (tenant.id === home.tenant.id) return home;
  const from = { organisationId: home.tenant.id, personId: home.by.personId };
  return { ...home, tenant, by: { ...home.by, personId, fullName, role, permissions, home: from } };
}
