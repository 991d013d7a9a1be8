import { type DailySpan, endOfDailySpan } from '../timeline/module.ts';

/** Who is told less than this before the thing itself is told at once, quiet hours or not. */
const noticeMinutesMin = 60;

/** What is known of the moment of a message. */
export type Telling = {
  now: Temporal.Instant;
  /** Of an urgent kind: it waits for nothing. */
  urgent: boolean;
  /** When what it is about begins. */
  before: Temporal.Instant | null;
};

/**
 * When a message goes out to a person with quiet hours: now, or when they end. It is never held past
 * what it is about, nor so long that less than an hour is left; then it goes at once.
 */
export function dueAt(telling: Telling, quiet: DailySpan, zone: string): Temporal.Instant {
  const { now, urgent, before } = telling;
  const end = urgent ? null : endOfDailySpan(now, quiet, zone);
  if (!end) return now;
  const latest = before?.subtract({ minutes: noticeMinutesMin });
  return latest && Temporal.Instant.compare(end, latest) > 0 ? now : end;
}
