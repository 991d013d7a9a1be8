import { sql } from 'kysely';
import type { Tx } from '../platform/scope.ts';

/** Duties are at another time, or by other clocks, on the same date: their reminders say so. */
export async function moveReminders(
  tx: Tx,
  assignments: readonly { id: string; startsAt: string; endsAt: string; zone: string }[],
): Promise<void> {
  await sql`
    UPDATE reminder r SET starts_at = m."startsAt", ends_at = m."endsAt", duty_zone = m.zone
    FROM jsonb_to_recordset(${JSON.stringify(assignments)}::jsonb)
      AS m (id uuid, "startsAt" timestamptz, "endsAt" timestamptz, zone text)
    WHERE r.organisation_id = ${tx.tenant.id} AND r.assignment_id = m.id
      AND r.status <> 'CANCELLED'`.execute(tx.db);
}
