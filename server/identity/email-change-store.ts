import { newId } from '../platform/id.ts';
import type { Read, Tx } from '../platform/scope.ts';

const goodForHours = { hours: 24 } as const;
const quietFor = { minutes: 1 } as const;

/** Whether a change was asked for a moment ago. */
export async function wasJustAsked(read: Read, accountId: string): Promise<boolean> {
  const recent = await read.db
    .selectFrom('email_change')
    .select('id')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('created_at', '>', read.now.subtract(quietFor).toString())
    .executeTakeFirst();
  return recent !== undefined;
}

/** Writes a wish for another address, good for 24 hours; those before it are void. Returns its id. */
export async function insertEmailChange(tx: Tx, accountId: string, email: string): Promise<string> {
  const id = newId();
  const now = tx.now.toString();
  await tx.db
    .updateTable('email_change')
    .set({ expires_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  await tx.db
    .insertInto('email_change')
    .values({
      ...{ id, email, account_id: accountId, created_at: now },
      expires_at: tx.now.add(goodForHours).toString(),
    })
    .execute();
  return id;
}

/** Whose wish it is. */
export function getEmailChange(read: Read, id: string) {
  return read.db
    .selectFrom('email_change')
    .select(['id', 'account_id', 'email'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Uses a wish up; false when it was used, void or has expired. Of two at once, one wins. */
export async function takeEmailChange(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.db
    .updateTable('email_change')
    .set({ used_at: tx.now.toString() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now.toString())
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** Gives an account another address, which is confirmed by that. */
export async function setAccountEmail(tx: Tx, accountId: string, email: string): Promise<void> {
  await tx.db
    .updateTable('account')
    .set({ email, email_verified_at: tx.now.toString() })
    .where('id', '=', accountId)
    .execute();
}

/** The same for a person of the tenant. */
export async function setPersonEmail(tx: Tx, personId: string, email: string): Promise<void> {
  await tx.db
    .updateTable('person')
    .set({ email, updated_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', personId)
    .execute();
}
