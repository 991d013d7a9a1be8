import type { Kysely } from 'kysely';
import type { EventName } from '../../contract/events.ts';
import type { Permissions, RoleId } from '../../contract/identity/permissions.ts';
import type { System } from '../../contract/identity/systems.ts';
import type { Jobs } from './jobs.ts';
import type { Secrets } from './secrets.ts';
import type { Tables } from './tables.ts';

/** The organisation that everything in a scope belongs to. */
export type Tenant = {
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  /** Systems that are switched off; absent where nobody asked. */
  off?: readonly System[];
};

/** Who calls: a person of the tenant with a role, through a session or an API key. */
export type Actor = {
  personId: string;
  accountId: string;
  sessionId: string;
  /** Who they are where the session began, if that is another organisation. */
  home?: { organisationId: string; personId: string };
  fullName: string;
  role: RoleId;
  /** What the role may do; `may(by, …)` reads it. */
  permissions: Permissions;
  verified: boolean;
  /** An operator of the instance. */
  operator?: boolean;
  /** The API key that a program calls with in their name; absent for a session. */
  apiKey?: { id: string; name: string };
};

/** What a read needs: one tenant's rows, whoever asks, the moment, and what signs addresses of files. */
export type Read = {
  readonly db: Kysely<Tables>;
  readonly tenant: Tenant;
  readonly now: Temporal.Instant;
  readonly secrets: Pick<Secrets, 'mac'>;
};

/** A read on behalf of a person. */
export type View = Read & { readonly by: Actor };

/** One write: a transaction in one tenant. `by` is null when the program itself acts. */
export type Tx = Read & {
  readonly by: Actor | null;
  readonly requestId: string | null;
  /** The journal entry that this write follows from, if any. */
  readonly causeId: string | null;
  readonly jobs: Jobs;
  /** Wakes a loop of this node; call it after the commit. */
  readonly poke: (loop: string) => void;
  /** Told after the commit, never before. */
  readonly afterCommit: (() => void)[];
  /** What this transaction wrote into the journal; this node forgets at once what it makes untrue. */
  readonly recorded: Recorded[];
};

/** A journal entry as its writer knows it, before it has a place. */
export type Recorded = {
  event: EventName;
  organisationId: string;
  subjectId: string;
  data: Record<string, unknown>;
};

/** A write on behalf of a person. */
export type ActorTx = Tx & { readonly by: Actor };
