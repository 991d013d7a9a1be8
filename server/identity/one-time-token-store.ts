import { newId } from '../platform/id.ts';
import { invalid, type Refusal } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** What a one-time token is good for. */
export type Purpose = 'verify-email' | 'reset-password';

/** How long the token in a mail is good. */
export const goodFor = {
  verification: { hours: 7 * 24 },
  reset: { hours: 24 },
  invitation: { hours: 7 * 24 },
} as const;

/** Nobody can fill someone's mailbox: within this time a mail of the same purpose is not sent again. */
const quietFor = { minutes: 1 } as const;

/** Makes a one-time token and voids the unused ones before it. Returns its id. */
export async function issueOneTimeToken(
  tx: Tx,
  accountId: string,
  purpose: Purpose,
  lifetime: { hours: number },
): Promise<string> {
  const id = newId();
  await voidOneTimeTokens(tx, accountId, purpose);
  await tx.db
    .insertInto('one_time_token')
    .values({
      id,
      account_id: accountId,
      purpose,
      created_at: tx.now.toString(),
      expires_at: tx.now.add(lifetime).toString(),
    })
    .execute();
  return id;
}

/** Ends all unused tokens of an account for a purpose. */
export async function voidOneTimeTokens(
  tx: Tx,
  accountId: string,
  purpose: Purpose,
): Promise<void> {
  await tx.db
    .updateTable('one_time_token')
    .set({ expires_at: tx.now.toString() })
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now.toString())
    .execute();
}

/** Whether one was sent a moment ago. */
export async function wasJustIssued(
  read: Read,
  accountId: string,
  purpose: Purpose,
): Promise<boolean> {
  const recent = await read.db
    .selectFrom('one_time_token')
    .select('id')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('created_at', '>', read.now.subtract(quietFor).toString())
    .executeTakeFirst();
  return recent !== undefined;
}

/** The token's row: whose it is and whether it was used. */
export function getOneTimeToken(read: Read, id: string) {
  return read.db
    .selectFrom('one_time_token')
    .select(['id', 'account_id', 'expires_at', 'used_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whether a token could be used now; using it decides. */
export function isGood(
  token: { used_at: string | null; expires_at: string },
  now: Temporal.Instant,
): boolean {
  const expiresAt = Temporal.Instant.from(token.expires_at);
  return token.used_at === null && Temporal.Instant.compare(now, expiresAt) < 0;
}

/** Uses a token up; false when it was used, voided or has expired. Of two at once, one wins. */
export async function useOneTimeToken(tx: Tx, id: string, purpose: Purpose): Promise<boolean> {
  const used = await tx.db
    .updateTable('one_time_token')
    .set({ used_at: tx.now.toString() })
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now.toString())
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** 400 on `token`, whatever is wrong with it. */
export function unknownToken(): Refusal {
  return invalid({ token: ['This link was used already or has expired. Ask for a new one.'] });
}
