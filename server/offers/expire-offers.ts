import { type App, read, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { loadDeals, lockRows } from './deal.ts';
import { recordOffer } from './offer-event.ts';
import { selectOffers, stateNow, updateOffer } from './offer-store.ts';

/** Every minute: what has expired is written down and told. */
export function offerSweep(app: App): Queue {
  return {
    name: 'expire-offers',
    batch: 1,
    retries: 0,
    cron: '* * * * *',
    async handle() {
      await expireOffers(app);
    },
  };
}

/** Writes down all offers that are expired by now (see `stateNow`); how many. Safe to run twice. */
export async function expireOffers(app: App): Promise<number> {
  const organisations = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('shift_offer')
      .select('organisation_id')
      .distinct()
      .where('state', 'in', ['OPEN', 'TAKEN'])
      .execute(),
  );
  let expired = 0;
  for (const { organisation_id: id } of organisations) {
    const tenant = await tenantById(app, id);
    const stale = await read(app, tenant, (scope) => findStale(scope));
    if (stale.length === 0) continue;
    expired += await write(app, tenant, {}, (tx) => expireStale(tx));
  }
  return expired;
}

/** Writes down the expired offers, of one shift or all; how many. */
export async function expireStale(tx: Tx, shiftId?: string): Promise<number> {
  const ids = (await findStale(tx, shiftId)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await lockRows(tx, 'shift_offer', ids);
  // Looked up again: someone may have closed one while we waited for the lock.
  const deals = await loadDeals(tx, await findStale(tx, shiftId));
  for (const deal of deals) {
    const expired = await updateOffer(tx, deal, { state: 'EXPIRED' });
    await recordOffer(tx, 'offer.expired', expired);
  }
  return deals.length;
}

function findStale(scope: Read, shiftId?: string) {
  const stale = selectOffers(scope)
    .where('offer.state', 'in', ['OPEN', 'TAKEN'])
    .where(stateNow(scope.now), '=', 'EXPIRED');
  return (shiftId ? stale.where('offer.shift_id', '=', shiftId) : stale).execute();
}
