import { sql } from 'kysely';
import type { Read, Tx } from '../platform/scope.ts';

/** Reminders with their person, their roster and who dealt with them. */
export function selectReminders(read: Read) {
  return read.db
    .selectFrom('reminder')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'reminder.organisation_id')
        .onRef('person.id', '=', 'reminder.person_id'),
    )
    .leftJoin('roster', (join) =>
      join
        .onRef('roster.organisation_id', '=', 'reminder.organisation_id')
        .onRef('roster.id', '=', 'reminder.roster_id'),
    )
    .leftJoin('person as dealer', (join) =>
      join
        .onRef('dealer.organisation_id', '=', 'reminder.organisation_id')
        .onRef('dealer.id', '=', 'reminder.dealt_with_by'),
    )
    .select(['reminder.id', 'reminder.assignment_id', 'reminder.person_id', 'reminder.roster_id'])
    .select(['reminder.duty_type_id', 'reminder.duty_name', 'reminder.date', 'reminder.starts_at'])
    .select(['reminder.ends_at', 'reminder.duty_zone', 'reminder.due_at', 'reminder.status'])
    .select(['reminder.created_at', 'reminder.queued_at', 'reminder.sent_at', 'reminder.reason'])
    .select(['reminder.cancelled_at', 'reminder.answer', 'reminder.answer_note'])
    .select(['reminder.answered_at', 'reminder.dealt_with_at', 'reminder.dealt_with_by'])
    .select(['person.full_name as person_name', 'person.email as person_email'])
    .select(['person.language', 'roster.name as roster_name'])
    .select('dealer.full_name as dealt_with_by_name')
    .where('reminder.organisation_id', '=', read.tenant.id);
}

/** A reminder with what its rules, letters and presentation need. */
export type ReminderRow = NonNullable<Awaited<ReturnType<typeof getReminder>>>;

/** One reminder of the organisation. */
export function getReminder(read: Read, id: string) {
  return selectReminders(read).where('reminder.id', '=', id).executeTakeFirst();
}

/** One reminder, locked until the transaction ends. */
export function lockReminder(tx: Tx, id: string) {
  return selectReminders(tx)
    .where('reminder.id', '=', id)
    .modifyEnd(sql`for no key update of reminder`)
    .executeTakeFirst();
}

/** The latest reminder of an assignment, cancelled or not, locked until the transaction ends. */
export function lockLatestReminderOf(tx: Tx, assignmentId: string) {
  return selectReminders(tx)
    .where('reminder.assignment_id', '=', assignmentId)
    .orderBy('reminder.id', 'desc')
    .limit(sql.lit(1))
    .modifyEnd(sql`for no key update of reminder`)
    .executeTakeFirst();
}

/** What a change of a reminder sets. */
export type ReminderChange = Partial<
  Pick<
    ReminderRow,
    | ('status' | 'queued_at' | 'sent_at' | 'reason')
    | ('answer' | 'answer_note' | 'answered_at' | 'dealt_with_at' | 'dealt_with_by')
  >
>;

/** Changes a reminder that is locked already. */
export async function updateReminder(
  tx: Tx,
  row: ReminderRow,
  change: ReminderChange,
): Promise<ReminderRow> {
  await tx.db
    .updateTable('reminder')
    .set(change)
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  return { ...row, ...change };
}
