import type { Read, Tx } from '../platform/scope.ts';
import type { Secrets } from '../platform/secrets.ts';
import { plainCode, stepOf } from './second-factor.ts';

/** An account's second factor as it stands: on since a moment, and the recovery codes left. */
export type SecondFactor = { since: string; recoveryCodesLeft: number };

/** The second factor of an account; null when none is on. */
export async function getSecondFactor(read: Read, accountId: string): Promise<SecondFactor | null> {
  const row = await read.db
    .selectFrom('second_factor')
    .select((eb) => [
      'confirmed_at',
      eb
        .selectFrom('recovery_code')
        .select((inner) => inner.fn.countAll<string>().as('left'))
        .where('account_id', '=', accountId)
        .where('used_at', 'is', null)
        .as('left'),
    ])
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  if (!row?.confirmed_at) return null;
  return { since: row.confirmed_at, recoveryCodesLeft: Number(row.left) };
}

/** Keeps a secret until it is confirmed; false when a second factor is on already. */
export async function keepSecret(
  tx: Tx,
  secrets: Secrets,
  accountId: string,
  secret: string,
): Promise<boolean> {
  const fresh = {
    sealed_secret: secrets.seal(sealedFor(accountId), Buffer.from(secret)),
    created_at: tx.now.toString(),
  };
  const kept = await tx.db
    .insertInto('second_factor')
    .values({ account_id: accountId, confirmed_at: null, ...fresh })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet(fresh)
        .where('second_factor.confirmed_at', 'is', null),
    )
    .returning('account_id')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Switches on what was kept, by a code of it; false when the code is wrong or nothing is kept. */
export async function confirmSecret(
  tx: Tx,
  secrets: Secrets,
  accountId: string,
  code: string,
): Promise<boolean> {
  const step = await readStep(tx, secrets, accountId, code);
  if (step === null) return false;
  const confirmed = await tx.db
    .updateTable('second_factor')
    .set({ confirmed_at: tx.now.toString(), last_step: step })
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return confirmed !== undefined;
}

/** Spends a code of the app, or a recovery code; each is good once, of two at once one wins. */
export async function spendCode(
  tx: Tx,
  secrets: Secrets,
  accountId: string,
  typed: string,
): Promise<'app' | 'recovery' | null> {
  const code = plainCode(typed);
  const step = await readStep(tx, secrets, accountId, code);
  if (step !== null) return (await spendStep(tx, accountId, step)) ? 'app' : null;
  const used = await tx.db
    .updateTable('recovery_code')
    .set({ used_at: tx.now.toString() })
    .where('account_id', '=', accountId)
    .where('mac', '=', macOf(secrets, accountId, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return used ? 'recovery' : null;
}

/** Replaces an account's recovery codes. */
export async function keepRecoveryCodes(
  tx: Tx,
  secrets: Secrets,
  accountId: string,
  codes: readonly string[],
): Promise<void> {
  await tx.db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const rows = codes.map((code) => ({
    account_id: accountId,
    mac: macOf(secrets, accountId, plainCode(code)),
    used_at: null,
  }));
  await tx.db.insertInto('recovery_code').values(rows).execute();
}

/** Switches the second factor off and forgets its codes; false when none was on. */
export async function dropSecondFactor(tx: Tx, accountId: string): Promise<boolean> {
  await tx.db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const dropped = await tx.db
    .deleteFrom('second_factor')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .returning('account_id')
    .executeTakeFirst();
  return dropped !== undefined;
}

async function readStep(
  tx: Tx,
  secrets: Secrets,
  accountId: string,
  code: string,
): Promise<number | null> {
  const row = await tx.db
    .selectFrom('second_factor')
    .select('sealed_secret')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) return null;
  const secret = secrets.unseal(sealedFor(accountId), row.sealed_secret).toString();
  return stepOf(secret, code, tx.now);
}

async function spendStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const used = await tx.db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst();
  return used !== undefined;
}

function sealedFor(accountId: string): string {
  return `second-factor:${accountId}`;
}

function macOf(secrets: Secrets, accountId: string, code: string): Buffer {
  return secrets.mac(`recovery-code:${accountId}:${code}`);
}
