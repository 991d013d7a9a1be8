import { sql } from 'kysely';
import type { ApprovalReason } from '../../contract/platform/approval.ts';
import type { UnlockStatus } from '../../contract/unlocks/unlock-request.ts';
import { type DutyRow, findDuties } from '../duty/module.ts';
import type { ActorTx, Read, Tx } from '../platform/scope.ts';

/** Requests for unlocks with who asked and decided, and the status that they have now. */
export function selectRequests(read: Read) {
  return read.db
    .selectFrom('unlock_request as request')
    .innerJoin('person as asker', (join) =>
      join
        .onRef('asker.organisation_id', '=', 'request.organisation_id')
        .onRef('asker.id', '=', 'request.requested_by'),
    )
    .leftJoin('person as decider', (join) =>
      join
        .onRef('decider.organisation_id', '=', 'request.organisation_id')
        .onRef('decider.id', '=', 'request.decided_by'),
    )
    .select(['request.id', 'request.reason', 'request.approval_reasons', 'request.requested_by'])
    .select(['request.requested_at', 'request.decided_by', 'request.decided_at'])
    .select(['request.message', 'request.version'])
    .select(['asker.full_name as requested_by_name', 'asker.email as requested_by_email'])
    .select(['decider.full_name as decided_by_name'])
    .select(statusNow.as('status'))
    .select(
      sql<string[]>`array(select item.assignment_id::text from unlock_request_item item
        where item.organisation_id = request.organisation_id and item.request_id = request.id
        order by item.assignment_id)`.as('assignments'),
    )
    .where('request.organisation_id', '=', read.tenant.id);
}

export type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number];

/** A pending request is EXPIRED once one of its assignments was taken off otherwise, whoever did that. */
export const statusNow = sql<UnlockStatus>`case when request.status = 'PENDING' and exists (
    select from unlock_request_item item join duty_assignment duty
      on duty.organisation_id = item.organisation_id and duty.id = item.assignment_id
    where item.organisation_id = request.organisation_id and item.request_id = request.id
      and duty.ended_at is not null)
  then 'EXPIRED' else request.status end`;

/** One request of the tenant. */
export function getRequest(read: Read, id: string): Promise<RequestRow | undefined> {
  return selectRequests(read).where('request.id', '=', id).executeTakeFirst();
}

/** One request, locked. Whoever unlocks locks the assignments first. */
export async function lockRequest(tx: Tx, id: string): Promise<RequestRow | undefined> {
  await sql`select id from unlock_request where organisation_id = ${tx.tenant.id} and id = ${id}
    for no key update`.execute(tx.db);
  return getRequest(tx, id);
}

/** Writes a new request. An assignment that waits in another breaks `unlock_request_item_one_pending`. */
export async function insertRequest(
  tx: ActorTx,
  request: {
    id: string;
    reason: string;
    approval_reasons: ApprovalReason[];
    duties: readonly DutyRow[];
  },
): Promise<void> {
  const { id, reason, duties } = request;
  const organisation_id = tx.tenant.id;
  await tx.db
    .insertInto('unlock_request')
    .values({
      ...{ organisation_id, id, reason, status: 'PENDING', requested_by: tx.by.personId },
      ...{ requested_at: tx.now.toString(), decided_by: null, decided_at: null },
      approval_reasons: JSON.stringify(request.approval_reasons),
    })
    .execute();
  const items = duties.map((row) => ({
    ...{ organisation_id, request_id: id, assignment_id: row.id, is_pending: true },
  }));
  await tx.db.insertInto('unlock_request_item').values(items).execute();
}

/** Closes a locked request: who decided, when, with which words. */
export async function closeRequest(
  tx: Tx,
  row: RequestRow,
  status: Exclude<UnlockStatus, 'PENDING'>,
  message: string,
): Promise<void> {
  await tx.db
    .updateTable('unlock_request')
    .set({ status, message, decided_at: tx.now.toString(), decided_by: tx.by?.personId ?? null })
    .set({ version: row.version + 1 })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  await tx.db
    .updateTable('unlock_request_item')
    .set({ is_pending: false })
    .where('organisation_id', '=', tx.tenant.id)
    .where('request_id', '=', row.id)
    .execute();
}

/** Frees assignments that wait in requests which are expired by now, so that they can be asked for anew. */
export async function freeExpired(tx: Tx, assignments: readonly string[]): Promise<void> {
  const expired = await selectRequests(tx)
    .where('request.status', '=', sql.lit('PENDING'))
    .where(statusNow, '=', 'EXPIRED')
    .where(
      sql<boolean>`exists (select from unlock_request_item item
        where item.organisation_id = request.organisation_id and item.request_id = request.id
          and item.is_pending and item.assignment_id = any(${assignments}::uuid[]))`,
    )
    .execute();
  for (const row of expired) {
    const locked = await lockRequest(tx, row.id);
    if (locked?.status === 'EXPIRED')
      await closeRequest({ ...tx, by: null }, locked, 'EXPIRED', '');
  }
}

/** Assignments of requests, as they are now. */
export async function findAssignments(
  read: Read,
  requests: readonly RequestRow[],
): Promise<Map<string, DutyRow>> {
  const ids = [...new Set(requests.flatMap(({ assignments }) => assignments))];
  const duties = ids.length > 0 ? await findDuties(read, ids) : [];
  return new Map(duties.map((row) => [row.id, row]));
}
