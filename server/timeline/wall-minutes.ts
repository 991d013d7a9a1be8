/**
 * Wall-clock times as whole minutes on one line (day × 1440 + minute of the day), for rules that
 * compare times of one zone. The order of wall-clock times is the order of their instants, also in
 * the hour that autumn repeats (the earlier one is meant), so unions and gaps come out the same;
 * only the minutes that spring skips need care: see `skippedOn`.
 */
export type WallMinutes = { from: number; until: number };

const dayNumbers = new Map<string, number>();
const epoch = Temporal.PlainDate.from('1970-01-01');

/** Days since 1970-01-01 of a date. Remembered, since calendars ask for the same few dates. */
export function dayNumber(date: string): number {
  let day = dayNumbers.get(date);
  if (day === undefined) {
    if (dayNumbers.size > 20_000) dayNumbers.clear();
    day = epoch.until(date).days;
    dayNumbers.set(date, day);
  }
  return day;
}

/** Minute of the day of `06:30` or `06:30:00`. */
export function minuteOf(time: string): number {
  // Digit by digit: a month has thousands of times, and slices of text are slow.
  const digit = (place: number) => time.charCodeAt(place) - 48;
  return digit(0) * 600 + digit(1) * 60 + digit(3) * 10 + digit(4);
}

/** A span of a date on the line. */
export function wallMinutes(
  date: string,
  startTime: string,
  endTime: string,
  overnight = false,
): WallMinutes {
  const day = dayNumber(date) * 1_440;
  return {
    from: day + minuteOf(startTime),
    until: day + minuteOf(endTime) + (overnight ? 1_440 : 0),
  };
}

const skips = new Map<string, WallMinutes | null>();

/** The minutes that the zone's clocks skip on a date, or null: nobody can be anywhere then. */
export function skippedOn(date: string, zone: string): WallMinutes | null {
  const key = `${zone} ${date}`;
  let skipped = skips.get(key);
  if (skipped === undefined) {
    if (skips.size > 20_000) skips.clear();
    skipped = findSkip(date, zone);
    skips.set(key, skipped);
  }
  return skipped;
}

function findSkip(date: string, zone: string): WallMinutes | null {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  // Look from just before: some zones skip midnight itself.
  const change = midnight.subtract({ nanoseconds: 1 }).getTimeZoneTransition('next');
  if (!change || change.toPlainDate().toString() !== date) return null;
  const before = change.subtract({ nanoseconds: 1 });
  const minutes = (change.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
  if (minutes <= 0) return null;
  const until = dayNumber(date) * 1_440 + change.hour * 60 + change.minute;
  return { from: until - minutes, until };
}

/** `HH:MM:00` of a place on the line. */
export function clockOf(minutes: number): string {
  const minute = minutes % 1_440;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
}

/** The parts of `span` that no span of `taken` covers; `taken` in any order. */
export function gapsIn(span: WallMinutes, taken: readonly WallMinutes[]): WallMinutes[] {
  const inside = taken.filter((one) => one.from < span.until && one.until > span.from);
  inside.sort((a, b) => a.from - b.from);
  const gaps: WallMinutes[] = [];
  let from = span.from;
  for (const one of inside) {
    if (one.from > from) gaps.push({ from, until: one.from });
    from = Math.max(from, one.until);
  }
  if (from < span.until) gaps.push({ from, until: span.until });
  return gaps;
}
