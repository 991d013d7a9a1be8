import type { Kysely } from 'kysely';
import type pg from 'pg';
import { bindTo, gatherWrites } from './database.ts';
import { mayRetry } from './postgres-error.ts';
import type { Tables } from './tables.ts';

const uuid = /^[0-9a-f-]{36}$/;
const retries = 3;

/**
 * Runs `work` in one transaction that sees only `organisationId`'s rows. BEGIN and SET LOCAL travel
 * with the first statement. Deadlocks and serialization failures run again, three times at most;
 * any other error rolls back and is thrown.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  organisationId: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, organisationId, work);
    } catch (error) {
      if (attempt > retries || !mayRetry(error)) throw error;
    }
  }
}

async function once<T>(
  pool: pg.Pool,
  organisationId: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const bound = bindTo(client);
  try {
    gatherWrites(client);
    const begun = client.query(
      `BEGIN; SET LOCAL callboard.organisation = '${tenantSetting(organisationId)}'`,
    );
    const [result] = await Promise.all([work(bound.db), begun]);
    bound.end();
    const { command } = await client.query('COMMIT');
    // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and no error.
    if (command !== 'COMMIT') throw new Error('an error inside the transaction was swallowed');
    client.release();
    return result;
  } catch (error) {
    bound.end();
    await rollBack(client);
    throw error;
  }
}

// A connection that cannot roll back is in an unknown state: it is closed, never reused.
async function rollBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(true);
  }
}

const tenantOf = new WeakMap<pg.PoolClient, string>();

/**
 * Runs a read of one organisation without a transaction. The tenant stays set on the connection and
 * is sent again only when it changes, which costs nothing measurable (docs/adr/0003).
 */
export async function inTenant<T>(
  pool: pg.Pool,
  organisationId: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const bound = bindTo(client);
  try {
    const set = tenantOf.get(client) === organisationId ? null : setTenant(client, organisationId);
    const [result] = await Promise.all([work(bound.db), set]);
    bound.end();
    client.release();
    return result;
  } catch (error) {
    bound.end();
    tenantOf.delete(client);
    client.release(mustClose(error));
    throw error;
  }
}

async function setTenant(client: pg.PoolClient, organisationId: string): Promise<void> {
  tenantOf.delete(client);
  gatherWrites(client);
  await client.query(`SET callboard.organisation = '${tenantSetting(organisationId)}'`);
  tenantOf.set(client, organisationId);
}

// SET takes no parameters; the id comes from a verified token or our own generator, and is checked again.
function tenantSetting(organisationId: string): string {
  if (!uuid.test(organisationId)) throw new Error('not an organisation id');
  return organisationId;
}

// A refusal leaves the connection sound; an error of the driver or a time-out may not.
function mustClose(error: unknown): boolean {
  return !(error instanceof Error && 'status' in error);
}

/** Runs a query as the system role, across all organisations: relay, sealer, log-in, first run. */
export async function unsafeAcrossTenants<T>(
  systemPool: pg.Pool,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const client = await systemPool.connect();
  const bound = bindTo(client);
  try {
    return await work(bound.db);
  } finally {
    bound.end();
    client.release();
  }
}
