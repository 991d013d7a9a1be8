/** A span of every day by the clock, `22:00` to `07:00`; over midnight when it ends before it begins. */
export type DailySpan = { from: string; until: string };

/**
 * When a daily span ends that the clocks of the zone are in at `now`: the first instant at which they
 * show none of its times. Null when they are not in it. On the nights when clocks change, what the
 * clock shows counts: a span that spring skips the end of is over at the jump, one that autumn
 * repeats lasts an hour longer.
 */
export function endOfDailySpan(
  now: Temporal.Instant,
  span: DailySpan,
  zone: string,
): Temporal.Instant | null {
  let at = now.toZonedDateTimeISO(zone);
  if (!isWithin(at.toPlainTime(), span)) return null;
  for (;;) {
    const end = at.toInstant().add({ nanoseconds: nanosecondsUntil(at.toPlainTime(), span.until) });
    const change = at.getTimeZoneTransition('next');
    if (!change || Temporal.Instant.compare(change.toInstant(), end) > 0) return end;
    if (!isWithin(change.toPlainTime(), span)) return change.toInstant();
    at = change;
  }
}

function isWithin(time: Temporal.PlainTime, { from, until }: DailySpan): boolean {
  const hasBegun = Temporal.PlainTime.compare(time, from) >= 0;
  const hasEnded = Temporal.PlainTime.compare(time, until) >= 0;
  const overMidnight = Temporal.PlainTime.compare(until, from) < 0;
  return overMidnight ? hasBegun || !hasEnded : hasBegun && !hasEnded;
}

const dayNanoseconds = 86_400_000_000_000;

function nanosecondsUntil(time: Temporal.PlainTime, until: string): number {
  const left = time.until(until).total('nanoseconds');
  return left > 0 ? left : left + dayNanoseconds;
}
