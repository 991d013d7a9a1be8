import { sql } from 'kysely';
import type { Read, Tx, View } from '../platform/scope.ts';

/** A person's notifications that they have not cleared. */
export function selectNotifications(read: Read, personId: string) {
  return read.db
    .selectFrom('notification')
    .select(['id', 'template', 'data', 'created_at', 'read_at'])
    .where('organisation_id', '=', read.tenant.id)
    .where('person_id', '=', personId)
    .where('cleared_at', 'is', null);
}

export type NotificationRow = Awaited<
  ReturnType<ReturnType<typeof selectNotifications>['execute']>
>[number];

/** How many of them there are. */
export async function countOf(told: ReturnType<typeof selectNotifications>): Promise<number> {
  const { count } = await told
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many someone has not read. */
export function countUnreadOf(read: Read, personId: string): Promise<number> {
  return countOf(selectNotifications(read, personId).where('read_at', 'is', null));
}

/** Marks as read, one or all; returns how many were not. */
export async function markRead(tx: Tx, personId: string, id?: string): Promise<number> {
  let unread = tx.db
    .updateTable('notification')
    .set({ read_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('cleared_at', 'is', null);
  if (id) unread = unread.where('id', '=', id);
  const { numUpdatedRows } = await unread.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Clears all; returns how many there were. */
export async function clearNotifications(tx: Tx, personId: string): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('notification')
    .set({ cleared_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('cleared_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** What someone reads (BCP 47); null: as the organisation. */
export async function findLanguage(view: View): Promise<string | null> {
  const { language } = await view.db
    .selectFrom('person')
    .select('language')
    .where('organisation_id', '=', view.tenant.id)
    .where('id', '=', view.by.personId)
    .executeTakeFirstOrThrow();
  return language;
}
