import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import {
  type CompiledQuery,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

const text = (value: string) => value;
// Dates, times and big numbers stay text: nothing passes through a float or a local Date.
const parsers: Record<number, (value: string) => unknown> = {
  [pg.types.builtins.DATE]: text,
  [pg.types.builtins.TIME]: text,
  [pg.types.builtins.TIMESTAMP]: (value) => value.replace(' ', 'T'),
  [pg.types.builtins.TIMESTAMPTZ]: (value) => `${value.slice(0, 10)}T${value.slice(11, -3)}Z`,
};

type TypeParser = ReturnType<typeof pg.types.getTypeParser>;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (parsers[oid] as TypeParser) ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

const session = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  statement_timeout: '15s',
  idle_in_transaction_session_timeout: '30s',
  // Statements are prepared and few: planning them at each call cost more than running them.
  plan_cache_mode: 'force_generic_plan',
};

/**
 * A pool whose every connection has taken `role`, so row-level security binds it.
 * Connections are pipelined: statements sent together travel together.
 */
export function openPool(url: string, role: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: Object.entries({ role, ...session })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: role,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    pipeline: true,
    types,
  } as pg.PoolConfig);
  // A connection that breaks while it is in use fails its statement; nobody else need hear of it.
  pool.on('connect', (client) => client.on('error', () => {}));
  // An idle connection that breaks is replaced at the next checkout; the error has no other reader.
  pool.on('error', () => {});
  return pool;
}

// Statements with the same text are prepared once per connection. The cap keeps texts that vary
// from filling the server's memory: beyond it they are sent unnamed.
const names = new Map<string, string>();
function statementName(sql: string): string | undefined {
  let name = names.get(sql);
  if (!name && names.size < 500) {
    name = createHash('sha1').update(sql).digest('base64url');
    names.set(sql, name);
  }
  return name;
}

/**
 * Holds back what a connection writes until this turn's microtasks are done: statements that are
 * sent together leave in one write, which costs as much CPU as a small statement itself.
 */
export function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Kysely bound to one checked-out connection until `end()`; then it refuses. */
export type Bound = { db: Kysely<Tables>; end(): void };

/**
 * Binds Kysely to a connection for one piece of work; transactions are ours (see transaction.ts), not
 * Kysely's. After `end()` a branch of the work that is still running can't reach the connection,
 * which by then may be in somebody else's transaction.
 */
export function bindTo(client: pg.PoolClient): Bound {
  const lease = { ended: false };
  return {
    db: new Kysely<Tables>({ dialect: clientDialect(client, lease) }),
    end() {
      lease.ended = true;
    },
  };
}

function clientDialect(client: pg.PoolClient, lease: { ended: boolean }): Dialect {
  const connection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (lease.ended) throw new Error('the transaction of this statement has ended');
      const name = statementName(query.sql);
      gatherWrites(client);
      const result = await client.query({
        ...(name && { name }),
        text: query.sql,
        values: query.parameters as unknown[],
      });
      const rows = result.rows as R[];
      return { rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    // biome-ignore lint/correctness/useYield: Kysely's interface; nothing here streams
    async *streamQuery(): AsyncIterableIterator<never> {
      throw new Error('streaming is not used');
    },
  };
  const nothing = async () => {};
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: nothing,
      acquireConnection: async () => connection,
      releaseConnection: nothing,
      beginTransaction: nothing,
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      destroy: nothing,
    }),
  };
}
