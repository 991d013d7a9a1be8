import { found, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { whyNotDecline } from './registration.ts';
import { recordRegistration } from './registration-event.ts';
import { tellDeclined } from './registration-letters.ts';
import { getRegistration, type RegistrationRow } from './registration-row.ts';
import { updateRegistration } from './registration-store.ts';

/** Declines a sign-up that is locked; the volunteer is told, with the reason if there is one. */
export async function decline(
  tx: ActorTx,
  row: RegistrationRow,
  reason: string,
): Promise<RegistrationRow> {
  refuseIf(whyNotDecline(row));
  await updateRegistration(tx, row, {
    ...{ state: 'declined', reason },
    ...{ decided_by: tx.by.personId, decided_at: tx.now.toString() },
  });
  const declined = found(await getRegistration(tx, row.id));
  const facts = { was: row.state, ...(reason && { reason }) };
  const entry = await recordRegistration(tx, 'registration.declined', declined, facts);
  await tellDeclined(tx, entry, declined);
  return declined;
}
