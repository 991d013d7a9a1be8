import { newId } from '../platform/id.ts';
import type { ActorTx } from '../platform/scope.ts';
import { recordPeriod } from './period-event.ts';
import { ensureSeats } from './period-store.ts';

/** What a new period needs; the dates have been checked. */
export type NewPeriod = {
  name: string;
  start_date: string;
  end_date: string;
  status: 'OPEN' | 'LOCKED';
  seats: number;
};

/** Writes a period, the seats it may use and its journal entry; returns its id. */
export async function openPeriod(tx: ActorTx, period: NewPeriod): Promise<string> {
  const id = newId();
  const now = tx.now.toString();
  await ensureSeats(tx, period.seats);
  await tx.db
    .insertInto('schedule_period')
    .values({
      organisation_id: tx.tenant.id,
      id,
      ...period,
      created_by: tx.by.personId,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await recordPeriod(tx, 'period.created', { id, ...period });
  return id;
}
