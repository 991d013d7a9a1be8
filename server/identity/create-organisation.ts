import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { insertOrganisation } from './organisation-store.ts';

/** What another module does, in the same transaction, when an organisation is made. */
export type Founding = (tx: Tx) => Promise<void>;

/** Makes the organisation that `tx` is already in, with what the other modules want it to start with. */
export async function createOrganisation(tx: Tx, founding: readonly Founding[]): Promise<void> {
  await insertOrganisation(tx);
  const { name, slug, timeZone } = tx.tenant;
  await record(tx, 'organisation.registered', tx.tenant.id, { name, slug, time_zone: timeZone });
  for (const found of founding) await found(tx);
}
