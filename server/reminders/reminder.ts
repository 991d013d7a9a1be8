import type { DutyAnswer, ReminderStatus } from '../../contract/reminders/reminder.ts';
import type { Refused } from '../platform/problem.ts';
import { isDue } from './due.ts';

/** What the rules look at. */
export type ReminderState = {
  status: ReminderStatus;
  starts_at: string;
  ends_at: string;
  dealt_with_at: string | null;
};

/** Where a message of a reminder is. */
export type MessageState = { channel: string; status: string; failure: string | null };

/**
 * What the messages of a reminder make of it: sent when one got through, open while one may yet, else
 * failed with the reasons.
 */
export function outcomeOf(messages: readonly MessageState[]): {
  status: Exclude<ReminderStatus, 'CANCELLED'>;
  reason: string;
} {
  const is = (...statuses: string[]) => messages.some(({ status }) => statuses.includes(status));
  if (is('sent', 'delivered', 'read')) return { status: 'SENT', reason: '' };
  if (is('queued', 'sending')) return { status: 'PENDING', reason: '' };
  const reasons = messages.map(({ channel, failure }) => `${wayNames[channel]}: ${failure ?? ''}`);
  return { status: 'FAILED', reason: [...new Set(reasons)].join(' ') || noWay };
}

const wayNames: Record<string, string> = { email: 'E-mail', sms: 'SMS', whatsapp: 'WhatsApp' };

/** Why nothing could be sent at all. */
export const noWay = 'There is no way to reach this person on the channels that are set.';
/** Why it is not sent any more. */
export const missed = 'The duty was over before it could go out.';

/** Only what failed is sent once more, while the duty lies ahead. */
export function whyNotRetry(reminder: ReminderState, now: Temporal.Instant): Refused | null {
  if (reminder.status !== 'FAILED') return notFailed(reminder, 'sent once more');
  if (isDue(reminder.ends_at, now)) {
    return { code: 'duty_over', detail: 'The duty is over; nobody need be reminded of it.' };
  }
  return null;
}

/** Only what failed can be dealt with, once. */
export function whyNotDealWith(reminder: ReminderState): Refused | null {
  if (reminder.status !== 'FAILED') return notFailed(reminder, 'marked as dealt with');
  if (reminder.dealt_with_at === null) return null;
  return { code: 'dealt_with', detail: 'Someone has dealt with it already.' };
}

/** The holder answers while they have the duty and it has not begun. */
export function whyNotAnswer(reminder: ReminderState, now: Temporal.Instant): Refused | null {
  if (reminder.status === 'CANCELLED') {
    return { code: 'duty_unlocked', detail: 'This duty is no longer yours: you were taken off.' };
  }
  if (!isDue(reminder.starts_at, now)) return null;
  return { code: 'duty_begun', detail: 'This duty has begun. Talk to whoever plans the roster.' };
}

/** What an answer says, in words. */
export const answerWords: Record<DutyAnswer, string> = { yes: 'I’m on it', no: 'I can’t' };

/** So much later than planned a reminder says that it is late: downtime, not the sweep. */
const lateMinutes = 30;

/** Whether a reminder goes out much later than it was due, though it was made in time. */
export function isLate(
  { due_at, created_at }: { due_at: string; created_at: string },
  at: Temporal.Instant,
): boolean {
  const due = Temporal.Instant.from(due_at);
  const wasInTime = Temporal.Instant.compare(Temporal.Instant.from(created_at), due) <= 0;
  return wasInTime && Temporal.Instant.compare(at, due.add({ minutes: lateMinutes })) > 0;
}

function notFailed({ status }: ReminderState, verb: string): Refused {
  return {
    code: 'reminder_not_failed',
    detail: `This reminder is ${status}; only one that failed can be ${verb}.`,
    facts: { reminder_status: status },
  };
}
