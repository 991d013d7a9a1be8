import { sql } from 'kysely';
import { type App, read, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { loadDeals } from './deal.ts';
import { proposeRings } from './propose-rings.ts';
import { tellExpired } from './tell-trade.ts';
import { recordTrade } from './trade-event.ts';
import { selectTrades, statusNow, updateTrade } from './trade-store.ts';
import { expireWishes, findStaleWishes } from './wish-store.ts';

/** Every minute: what has expired is written down and told, and rings are looked for anew. */
export function tradeSweep(app: App): Queue {
  return {
    name: 'expire-trades',
    batch: 1,
    retries: 0,
    cron: '* * * * *',
    async handle() {
      await sweepTrades(app);
    },
  };
}

/** Writes down what is expired by now and proposes rings; how much expired. Safe to run twice. */
export async function sweepTrades(app: App): Promise<number> {
  const organisations = await unsafeAcrossTenants(app.systemPool, async (db) => {
    const open = await sql<{ organisation_id: string }>`
      select organisation_id from trade where status = 'PENDING'
      union select organisation_id from trade_wish where status = 'OPEN'`.execute(db);
    return open.rows;
  });
  let expired = 0;
  for (const { organisation_id: id } of organisations) {
    const tenant = await tenantById(app, id);
    const stale = await read(app, tenant, async (scope) => [
      ...(await findStale(scope)),
      ...(await findStaleWishes(scope)),
    ]);
    expired += stale.length;
    await write(app, tenant, {}, async (tx) => {
      await expireStale(tx);
      await expireWishes(tx);
      await proposeRings(tx);
    });
  }
  return expired;
}

/** Writes down the expired trades, of some reservations or all. */
export async function expireStale(tx: Tx, reservations?: readonly string[]): Promise<void> {
  const ids = (await findStale(tx, reservations)).map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`select id from trade where organisation_id = ${tx.tenant.id}
    and id = any(${ids}::uuid[]) order by id for no key update`.execute(tx.db);
  // Looked up again: someone may have closed one while we waited for the lock.
  for (const deal of await loadDeals(tx, await findStale(tx, reservations))) {
    const expired = await updateTrade(tx, deal, { status: 'EXPIRED' });
    const entry = await recordTrade(tx, 'trade.expired', expired);
    await tellExpired(tx, entry, expired);
  }
}

function findStale(scope: Read, reservations?: readonly string[]) {
  const stale = selectTrades(scope)
    .where('trade.status', '=', sql.lit('PENDING'))
    .where(statusNow(scope.now), '=', 'EXPIRED');
  if (!reservations) return stale.execute();
  return stale
    .where(
      sql<boolean>`exists (select from trade_leg leg where leg.organisation_id = trade.organisation_id
        and leg.trade_id = trade.id and leg.reservation_id = any(${reservations}::uuid[]))`,
    )
    .execute();
}
