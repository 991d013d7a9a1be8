import { newId } from '../platform/id.ts';
import type { Tx } from '../platform/scope.ts';

const goodFor = { minutes: 10 } as const;
const quietFor = { minutes: 1 } as const;
const codeTriesMax = 5;

/** A code that can still be tried, locked. */
export function lockPhoneChange(tx: Tx, personId: string) {
  return tx.db
    .selectFrom('phone_change')
    .select(['id', 'phone_number', 'tries', 'created_at'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', tx.now.toString())
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Whether a code went to this number a moment ago. */
export function wasJustSent(
  before: { phone_number: string; created_at: string } | undefined,
  phoneNumber: string,
  now: Temporal.Instant,
): boolean {
  if (before?.phone_number !== phoneNumber) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(before.created_at).add(quietFor), now) > 0;
}

/** Writes a code for this number; the one before it is void. Returns its id, which the code is made from. */
export async function insertPhoneChange(
  tx: Tx,
  personId: string,
  phoneNumber: string,
): Promise<string> {
  const id = newId();
  await tx.db
    .updateTable('phone_change')
    .set({ ended_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  await tx.db
    .insertInto('phone_change')
    .values({
      organisation_id: tx.tenant.id,
      id,
      person_id: personId,
      phone_number: phoneNumber,
      created_at: tx.now.toString(),
      expires_at: tx.now.add(goodFor).toString(),
    })
    .execute();
  return id;
}

/** Counts a try; a code ends when it was right, or with its last try. */
export async function countPhoneTry(
  tx: Tx,
  change: { id: string; tries: number },
  right: boolean,
): Promise<void> {
  const tries = change.tries + 1;
  await tx.db
    .updateTable('phone_change')
    .set({ tries, ended_at: right || tries >= codeTriesMax ? tx.now.toString() : null })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', change.id)
    .execute();
}
