import type { Read, Tx } from '../platform/scope.ts';

/** Whether an admin has to approve before shifts change hands; true until the organisation says otherwise. */
export async function getSwapsNeedApproval(read: Read): Promise<boolean> {
  const row = await read.db
    .selectFrom('rota_settings')
    .select('swaps_need_approval')
    .where('organisation_id', '=', read.tenant.id)
    .executeTakeFirst();
  return row?.swaps_need_approval ?? true;
}

/** Writes whether an admin has to approve. */
export async function setSwapsNeedApproval(tx: Tx, needed: boolean): Promise<void> {
  const change = { swaps_need_approval: needed, updated_at: tx.now.toString() };
  await tx.db
    .insertInto('rota_settings')
    .values({ organisation_id: tx.tenant.id, ...change })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(change))
    .execute();
}
