import type pg from 'pg';
import type { Logger } from 'pino';
import type { Caller, Known } from './action.ts';
import type { Channels } from './channels/open-channels.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Files } from './files/open-files.ts';
import type { Hub } from './hub.ts';
import type { Jobs } from './jobs.ts';
import type { Loops } from './loops.ts';
import type { MailTransport } from './mail-transport.ts';
import type { Metrics } from './metrics.ts';
import type { Relay } from './relay.ts';
import type { Actor, Read, Recorded, Tenant, Tx } from './scope.ts';
import type { Secrets } from './secrets.ts';
import { inTenant, inTransaction } from './transaction.ts';

/** The running program: what main.ts put together. */
export type App = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  /** Bound by row-level security. */
  readonly pool: pg.Pool;
  /** Sees all organisations, but only the tables that relay, sealer and log-in need. */
  readonly systemPool: pg.Pool;
  readonly jobs: Jobs;
  readonly loops: Loops;
  readonly secrets: Secrets;
  readonly mail: MailTransport;
  readonly channels: Channels;
  readonly files: Files;
  readonly relay: Relay;
  readonly hub: Hub;
  readonly metrics: Metrics;
  /** Who holds this access token; null when it is not valid (any more). */
  readonly authenticate: (token: string) => Promise<Caller>;
  /** The caller in another organisation of theirs (slug or id); null where they are nobody. */
  readonly visit: (home: Known, organisation: string) => Promise<Caller>;
  /** Drops what `authenticate` remembers and an entry makes untrue. */
  readonly forget: (entry: Recorded) => void;
};

type WriteOptions = { by?: Actor | null; requestId?: string | null; causeId?: string | null };

/** One transaction in a tenant; after its commit the relay is told that there is something to tell. */
export async function write<T>(
  app: App,
  tenant: Tenant,
  options: WriteOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let afterCommit: (() => void)[] = [];
  let recorded: Recorded[] = [];
  const result = await inTransaction(app.pool, tenant.id, (db) => {
    afterCommit = [];
    recorded = [];
    return work({
      db,
      tenant,
      now: app.clock.now(),
      secrets: app.secrets,
      by: options.by ?? null,
      requestId: options.requestId ?? null,
      causeId: options.causeId ?? null,
      jobs: app.jobs,
      poke: app.loops.poke,
      afterCommit,
      recorded,
    });
  });
  for (const entry of recorded) app.forget(entry);
  for (const tell of afterCommit) tell();
  if (recorded.length > 0) app.relay.poke();
  return result;
}

/** A read in a tenant, without a transaction. */
export function read<T>(app: App, tenant: Tenant, work: (read: Read) => Promise<T>): Promise<T> {
  const { secrets } = app;
  return inTenant(app.pool, tenant.id, (db) => work({ db, tenant, now: app.clock.now(), secrets }));
}
