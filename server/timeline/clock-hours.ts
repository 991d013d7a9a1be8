const usual: readonly number[] = Array(24).fill(60);

/**
 * How long each of the 24 clock hours of a date lasts, in minutes: 60, but on the nights when the
 * clocks change 0 for an hour that is skipped and 120 for one that comes twice (30 and 90 where
 * clocks change by half an hour).
 */
export function hourLengths(date: string, zone: string): readonly number[] {
  const midnight = Temporal.PlainDate.from(date);
  if (midnight.toZonedDateTime(zone).hoursInDay === 24) return usual;
  const marks = Array.from({ length: 25 }, (_, hour) => {
    const local = midnight.toPlainDateTime().add({ hours: hour });
    return local.toZonedDateTime(zone).epochMilliseconds;
  });
  return usual.map((_, hour) => ((marks[hour + 1] as number) - (marks[hour] as number)) / 60_000);
}

/** Whether the clocks show this wall-clock time twice that day. */
export function isRepeated(at: Temporal.ZonedDateTime): boolean {
  const local = at.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(at.timeZoneId, { disambiguation }),
  );
  // A skipped time has two readings as well, but is not one that clocks show.
  return first?.toPlainDateTime().equals(local) === true && second?.equals(first) === false;
}
