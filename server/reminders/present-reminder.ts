import { sql } from 'kysely';
import { may } from '../../contract/identity/permissions.ts';
import type { DeliveryStatus } from '../../contract/inbox/delivery.ts';
import type { OwnDuty } from '../../contract/reminders/list-own-duties.ts';
import type { Reminder } from '../../contract/reminders/reminder.ts';
import type { ChannelName } from '../platform/channels/channel.ts';
import type { Actor, Read, View } from '../platform/scope.ts';
import { clocksIn } from './clocks.ts';
import { whyNotAnswer, whyNotDealWith, whyNotRetry } from './reminder.ts';
import type { ReminderRow } from './reminder-store.ts';

/** Where a reminder is on each channel, by reminder. */
export type Ways = ReadonlyMap<
  string,
  { channel: ChannelName; to: string; status: DeliveryStatus }[]
>;

/** Reminders for someone who looks after them, with where each is on its channels. */
export async function presentReminders(view: View, rows: readonly ReminderRow[]) {
  const ways = await findWays(
    view,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => presentReminder(row, ways, view));
}

/** One of them. */
export async function presentOne(view: View, row: ReminderRow): Promise<Reminder> {
  const [shown] = await presentReminders(view, [row]);
  return shown as Reminder;
}

function presentReminder(
  row: ReminderRow,
  ways: Ways,
  { by, now }: { by: Actor; now: Temporal.Instant },
): Reminder {
  const retries = may(by, 'reminder.retry');
  return {
    id: row.id,
    ...dutyOf(row),
    person: row.person_id,
    person_name: row.person_name,
    due_at: row.due_at,
    status: row.status,
    reason: row.reason,
    channels: ways.get(row.id) ?? [],
    created_at: row.created_at,
    queued_at: row.queued_at,
    sent_at: row.sent_at,
    cancelled_at: row.cancelled_at,
    ...answerOf(row),
    dealt_with_at: row.dealt_with_at,
    dealt_with_by: row.dealt_with_by,
    dealt_with_by_name: row.dealt_with_by_name,
    can: {
      retry: retries && whyNotRetry(row, now) === null,
      deal_with: retries && whyNotDealWith(row) === null,
    },
  };
}

/** A duty for its own holder. */
export function presentOwnDuty(row: ReminderRow, now: Temporal.Instant): OwnDuty {
  return {
    ...dutyOf(row),
    due_at: row.due_at,
    ...answerOf(row),
    can: { answer: whyNotAnswer(row, now) === null },
  };
}

function dutyOf(row: ReminderRow) {
  return {
    assignment: row.assignment_id,
    roster: row.roster_id,
    roster_name: row.roster_name,
    duty_type: row.duty_type_id,
    duty_name: row.duty_name,
    date: row.date,
    ...clocksIn(row),
    starts_at: row.starts_at,
    ends_at: row.ends_at,
  };
}

function answerOf({ answer, answer_note, answered_at }: ReminderRow) {
  return { answer, answer_note, answered_at };
}

/** The latest message of each channel: a retry is another. */
async function findWays(read: Read, ids: readonly string[]): Promise<Ways> {
  const { rows } = await sql<{
    reminder: string;
    channel: ChannelName;
    to: string;
    status: DeliveryStatus;
  }>`
    SELECT DISTINCT ON (stands_with, channel) stands_with AS reminder, channel, address AS to, status
    FROM message
    WHERE organisation_id = ${read.tenant.id} AND stands_with = any(${ids}::uuid[])
    ORDER BY stands_with, channel, created_at DESC, id DESC`.execute(read.db);
  return Map.groupBy(
    rows.map(({ reminder, ...way }) => ({ reminder, way })),
    ({ reminder }) => reminder,
  )
    .entries()
    .reduce(
      (ways, [id, some]) =>
        ways.set(
          id,
          some.map(({ way }) => way),
        ),
      new Map(),
    );
}
