import { sql } from 'kysely';
import type pg from 'pg';
import { type App, read, write } from '../platform/app.ts';
import type { Tenant, Tx } from '../platform/scope.ts';
import type { Leased } from './message-store.ts';

/** Above what a provider may take at most: who waits longer is told to try again. */
const waitSeconds = 14;

/**
 * Hands messages to `send` that nobody withdrew. While they are in a provider's hands, whoever withdraws
 * them waits for the result: none goes out after that. A worker that dies lets go by dying.
 */
export async function handOver(
  app: App,
  tenant: Tenant,
  messages: readonly Leased[],
  send: (messages: readonly Leased[]) => Promise<void>,
): Promise<void> {
  const revocable = messages.flatMap(({ stands_with }) => stands_with ?? []);
  if (revocable.length === 0) return send(messages);
  const held = await hold(app, revocable);
  try {
    const isFree = ({ stands_with }: Leased) => !stands_with || held.keys.has(stands_with);
    await putBack(
      app,
      tenant,
      messages.filter((message) => !isFree(message)),
    );
    await send(await stillOurs(app, tenant, messages.filter(isFree)));
  } finally {
    await held.release();
  }
}

/** Waits until no message that stands with these is in a provider's hands; none comes there until the commit. */
export async function awaitHandOver(tx: Tx, standsWith: readonly string[]): Promise<void> {
  await sql`SELECT set_config('lock_timeout', ${`${waitSeconds}s`}, true)`.execute(tx.db);
  // In one order, so that two who withdraw several do not wait for each other.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(key, 0))
    FROM unnest(${[...standsWith].sort()}::text[]) AS key`.execute(tx.db);
  await sql`SELECT set_config('lock_timeout', '0', true)`.execute(tx.db);
}

type Held = { keys: ReadonlySet<string>; release(): Promise<void> };
type Holder = { client: Promise<pg.PoolClient>; users: number };
/** One connection of each program holds all its locks, so that none waits for another connection. */
const holders = new WeakMap<App, Holder>();

async function hold(app: App, keys: readonly string[]): Promise<Held> {
  const holder = holders.get(app) ?? { client: app.systemPool.connect(), users: 0 };
  holders.set(app, holder);
  holder.users += 1;
  const wanted = [...new Set(keys)];
  const { client } = holder;
  const lock = `SELECT key, pg_try_advisory_lock_shared(hashtextextended(key, 0)) AS held
    FROM unnest($1::text[]) AS key`;
  const letGo = async (got: readonly string[], isBroken: boolean) => {
    holder.users -= 1;
    const isLast = holder.users === 0 || isBroken;
    // Whoever comes from now on takes another connection.
    if (isLast && holders.get(app) === holder) holders.delete(app);
    const connection = await client;
    if (!isBroken) await unlock(connection, got);
    if (isLast) connection.release(isBroken);
  };
  try {
    const { rows } = await (await client).query<{ key: string; held: boolean }>(lock, [wanted]);
    const got = rows.filter((row) => row.held).map(({ key }) => key);
    return { keys: new Set(got), release: () => letGo(got, false) };
  } catch (error) {
    await letGo([], true).catch(() => {});
    throw error;
  }
}

async function unlock(client: pg.PoolClient, keys: readonly string[]): Promise<void> {
  await client.query(
    'SELECT pg_advisory_unlock_shared(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key',
    [keys],
  );
}

/** Those that were not withdrawn, nor taken over, before we held them. */
async function stillOurs(app: App, tenant: Tenant, messages: readonly Leased[]): Promise<Leased[]> {
  const leases = messages.map(({ lease }) => lease);
  const rows = await read(app, tenant, ({ db }) =>
    db
      .selectFrom('message')
      .select('lease')
      .where('organisation_id', '=', tenant.id)
      .where('id', '=', sql<string>`any(${messages.map(({ id }) => id)}::uuid[])`)
      .where('lease', '=', sql<string>`any(${leases}::uuid[])`)
      .execute(),
  );
  const ours = new Set(rows.map((row) => row.lease));
  return messages.filter(({ lease }) => ours.has(lease));
}

/** Someone is about to withdraw these: if they do not after all, they go out a little later. */
async function putBack(app: App, tenant: Tenant, messages: readonly Leased[]): Promise<void> {
  if (messages.length === 0) return;
  const leases = messages.map(({ lease }) => lease);
  await write(app, tenant, {}, async (tx) => {
    const now = tx.now.toString();
    const { rows } = await sql<{ id: string; attempts: number }>`
      UPDATE message SET status = 'queued', lease = NULL, attempts_free = attempts_free + 1,
        due_at = ${tx.now.add({ seconds: 2 }).toString()}
      WHERE organisation_id = ${tenant.id} AND lease = any(${leases}::uuid[])
        AND id = any(${messages.map(({ id }) => id)}::uuid[])
      RETURNING id, attempts`.execute(tx.db);
    for (const { id, attempts } of rows) {
      await tx.db
        .updateTable('attempt')
        .set({ ended_at: now, outcome: 'failed', detail: 'It was about to be withdrawn.' })
        .where('organisation_id', '=', tenant.id)
        .where('message_id', '=', id)
        .where('number', '=', attempts)
        .execute();
    }
  });
}
