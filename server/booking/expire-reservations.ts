import { sql } from 'kysely';
import { type App, read, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { endReservation } from './end-reservation.ts';
import { expiredReason } from './present-reservation.ts';
import { recordReservation } from './reservation-event.ts';
import { tellPerson } from './reservation-letters.ts';
import { lockReservations } from './reservation-row.ts';

/** How many are ended in one transaction. */
const batch = 100;

/** Every minute: holds that ran out are written down, and whoever waited is told. */
export function reservationSweep(app: App): Queue {
  return {
    name: 'expire-reservations',
    batch: 1,
    retries: 0,
    cron: '* * * * *',
    async handle() {
      await expireReservations(app);
    },
  };
}

/** Ends all reservations whose hold has run out by the program's clock; how many. Safe to run twice. */
export async function expireReservations(app: App): Promise<number> {
  const now = app.clock.now().toString();
  const organisations = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('reservation')
      .select('organisation_id')
      .distinct()
      .where('status', '=', sql.lit('PENDING'))
      .where('hold_expires_at', '<=', now)
      .execute(),
  );
  let expired = 0;
  for (const { organisation_id: id } of organisations) {
    const tenant = await tenantById(app, id);
    for (;;) {
      const due = await read(app, tenant, findDue);
      if (due.length === 0) break;
      expired += await write(app, tenant, {}, (tx) => expire(tx, due));
    }
  }
  return expired;
}

function findDue(scope: Read): Promise<string[]> {
  return scope.db
    .selectFrom('reservation')
    .select('id')
    .where('organisation_id', '=', scope.tenant.id)
    .where('status', '=', sql.lit('PENDING'))
    .where('hold_expires_at', '<=', scope.now.toString())
    .orderBy('hold_expires_at')
    .limit(batch)
    .execute()
    .then((rows) => rows.map(({ id }) => id));
}

async function expire(tx: Tx, ids: readonly string[]): Promise<number> {
  const rows = await lockReservations(tx, ids);
  // Someone may have ended one while we waited for its lock: its hold is no more.
  const due = rows.filter((row) => row.status === 'EXPIRED' && row.hold_expires_at !== null);
  for (const row of due) {
    const expired = await endReservation(tx, row, 'EXPIRED', expiredReason);
    const entry = await recordReservation(tx, 'reservation.expired', expired, { was: 'PENDING' });
    await tellPerson(tx, entry, 'reservation-expired', expired);
  }
  return due.length;
}
