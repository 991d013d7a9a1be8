import type { ApprovalSubject, RuleConditions } from '../../contract/platform/approval.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** Rules that are not deleted, in the order in which they were made. */
export function selectRules(read: Read) {
  return read.db
    .selectFrom('approval_rule')
    .select(['id', 'subject', 'resource_id', 'name', 'conditions', 'is_active'])
    .select(['effective_from', 'effective_until', 'version'])
    .where('organisation_id', '=', read.tenant.id)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id');
}

/** The rules of a subject, also those that are switched off: `whyApprovalNeeded` reads them. */
export function findRules(read: Read, subject: ApprovalSubject): Promise<RuleRow[]> {
  return selectRules(read).where('subject', '=', subject).execute();
}

/** One rule of the tenant. */
export async function getRule(read: Read, id: string) {
  return selectRules(read).where('id', '=', id).executeTakeFirst();
}

/** A rule as it is stored. */
export type RuleRow = NonNullable<Awaited<ReturnType<typeof getRule>>>;

/** One rule, locked for a change. */
export function lockRule(tx: Tx, id: string): Promise<RuleRow | undefined> {
  return selectRules(tx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** Writes a new rule. */
export async function insertRule(tx: Tx, { conditions, ...rule }: RuleRow): Promise<void> {
  const now = tx.now.toString();
  await tx.db
    .insertInto('approval_rule')
    .values({
      ...{ organisation_id: tx.tenant.id, ...rule, conditions: JSON.stringify(conditions) },
      ...{ created_at: now, updated_at: now },
    })
    .execute();
}

/** What a change may set. */
export type RuleChange = {
  name?: string | undefined;
  conditions?: RuleConditions | undefined;
  is_active?: boolean | undefined;
  effective_from?: string | null | undefined;
  effective_until?: string | null | undefined;
};

/** Writes a locked rule as its next version. */
export async function updateRule(tx: Tx, { id, conditions, ...rule }: RuleRow): Promise<void> {
  await tx.db
    .updateTable('approval_rule')
    .set({ ...rule, conditions: JSON.stringify(conditions), updated_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Takes a locked rule out of everything but the record. */
export async function markDeleted(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('approval_rule')
    .set({ deleted_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
