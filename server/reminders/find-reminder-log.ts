import { sql } from 'kysely';
import type { ReminderLog } from '../../contract/reminders/reminder.ts';
import type { Read } from '../platform/scope.ts';

/**
 * What was tried on which channel, oldest first, and what providers told later of what got through. It is
 * read from the outbox, which wrote each attempt down before it called anyone.
 */
export async function findReminderLog(read: Read, reminder: string): Promise<ReminderLog[]> {
  const told = (...statuses: string[]) => sql`(
    SELECT min(d.received_at) FROM delivery_report d
    WHERE d.organisation_id = m.organisation_id AND d.message_id = m.id
      AND d.provider_id = a.provider_id AND d.status = any(${statuses}::text[]))`;
  const { rows } = await sql<ReminderLog>`
    SELECT m.channel, a.number AS attempt, a.started_at AS at, m.address AS to, a.outcome, a.code,
      a.detail AS answer, ${told('delivered')} AS delivered_at, ${told('read', 'played')} AS read_at,
      ${told('failed', 'undelivered', 'canceled')} AS failed_at
    FROM message m JOIN attempt a ON a.organisation_id = m.organisation_id AND a.message_id = m.id
    WHERE m.organisation_id = ${read.tenant.id} AND m.stands_with = ${reminder}
    ORDER BY a.started_at, m.channel, m.id, a.number`.execute(read.db);
  return rows;
}
