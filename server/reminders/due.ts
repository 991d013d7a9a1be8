import { addDays, dateAt, instantOf } from '../timeline/module.ts';

/** When an organisation reminds: so many days before the duty's date, at this time of its own clock. */
export type When = { dayOffset: number; time: string };

/**
 * When the reminder of a duty on `date` is due. A time that spring skips is right after the change; one
 * that autumn repeats is the earlier.
 */
export function dueAt(date: string, { dayOffset, time }: When, zone: string): Temporal.Instant {
  return instantOf(`${addDays(date, -dayOffset)}T${time}`, zone);
}

/** Whether an instant has come. */
export function isDue(at: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0;
}

/** Whether a duty is still to be reminded of: not when its date is past, nor when it is over. */
export function isWorthReminding(
  { date, endsAt }: { date: string; endsAt: string },
  now: Temporal.Instant,
  zone: string,
): boolean {
  return !isDue(endsAt, now) && date >= dateAt(now, zone);
}
