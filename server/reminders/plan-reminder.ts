import { sql } from 'kysely';
import { newId } from '../platform/id.ts';
import { insertAll } from '../platform/insert-all.ts';
import type { Tx } from '../platform/scope.ts';
import { tzVersion } from '../timeline/module.ts';
import { dueAt, isDue, isWorthReminding } from './due.ts';
import { selectReminders } from './reminder-store.ts';
import { sendReminder } from './send-reminder.ts';
import { getReminderSettings, lockHour } from './settings-store.ts';

/** A duty that someone was put on, as its own module knows it. */
export type Assignment = {
  id: string;
  personId: string;
  name: string;
  email: string;
  rosterId: string;
  dutyTypeId: string;
  dutyName: string;
  /** The duty's own date. */
  date: string;
  startsAt: string;
  endsAt: string;
  zone: string;
};

/**
 * Plans the reminder of an assignment, in the transaction that makes it. One whose hour has passed is
 * sent at once; of a date that is past, or a duty that is over, nobody is reminded.
 */
export function planReminder(tx: Tx, assignment: Assignment): Promise<void> {
  return planReminders(tx, [assignment]);
}

/** As `planReminder`, for many at once. */
export async function planReminders(tx: Tx, assignments: readonly Assignment[]): Promise<void> {
  const { timeZone } = tx.tenant;
  const wanted = assignments.filter((one) => isWorthReminding(one, tx.now, timeZone));
  if (wanted.length === 0) return;
  await lockHour(tx, 'shared');
  const settings = await getReminderSettings(tx);
  const rows = wanted.map((one) => ({
    organisation_id: tx.tenant.id,
    id: newId(),
    assignment_id: one.id,
    person_id: one.personId,
    roster_id: one.rosterId,
    duty_type_id: one.dutyTypeId,
    duty_name: one.dutyName,
    date: one.date,
    starts_at: one.startsAt,
    ends_at: one.endsAt,
    duty_zone: one.zone,
    due_at: dueAt(one.date, settings, timeZone).toString(),
    zone: timeZone,
    tz_version: tzVersion,
    created_at: tx.now.toString(),
  }));
  await insertAll(tx, 'reminder', rows);
  const due = rows.filter((row) => isDue(row.due_at, tx.now)).map(({ id }) => id);
  if (due.length === 0) return;
  const sendable = await selectReminders(tx)
    .where('reminder.id', '=', sql<string>`any(${due}::uuid[])`)
    .orderBy('reminder.due_at')
    .execute();
  for (const row of sendable) await sendReminder(tx, row);
}
