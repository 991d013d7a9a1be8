import { Refusal, type Refused } from '../platform/problem.ts';

/**
 * The one place where wall-clock time becomes instants. What people meant (date, times, zone) is
 * stored; the instants are derived here, by Temporal and the time-zone data of this Node.
 */

/** What people mean: a date and two wall-clock times, the end on the next day when overnight. */
export type WallSpan = { date: string; startTime: string; endTime: string; overnight: boolean };

/** A span as it is stored: what was meant, and the instants derived from it. `minutes` are elapsed. */
export type Span = WallSpan & {
  zone: string;
  tzVersion: string;
  startsAt: string;
  endsAt: string;
  localStart: string;
  localEnd: string;
  minutes: number;
};

/** Version of the time-zone data that derives instants here. */
export const tzVersion = process.versions.tz ?? 'unknown';

/**
 * Derives a span or throws the refusal of `deriveSpan`.
 */
export function spanOf(wall: WallSpan, zone: string): Span {
  const derived = deriveSpan(wall, zone);
  if (!('code' in derived)) return derived;
  throw new Refusal(400, derived.code, derived.detail, derived.facts);
}

/**
 * Derives a span. Refused with 400 and the field's name: a time that the clocks skip in spring
 * (`nonexistent_local_time`), an end that is not after its start, an overnight end past 24 hours.
 * A time that the clocks show twice in autumn is the earlier of the two.
 */
export function deriveSpan(wall: WallSpan, zone: string): Span | Refused {
  const startTime = withSeconds(wall.startTime);
  const endTime = withSeconds(wall.endTime);
  if (!wall.overnight && endTime <= startTime) {
    return invalidTime('end_time', 'End must be after start. For the next day, set overnight.');
  }
  if (wall.overnight && endTime > startTime) {
    return invalidTime('end_time', 'An overnight shift lasts 24 hours at most.');
  }
  const localStart = `${wall.date}T${startTime}`;
  const localEnd = `${wall.overnight ? addDays(wall.date, 1) : wall.date}T${endTime}`;
  for (const [field, local] of [
    ['start_time', localStart],
    ['end_time', localEnd],
  ] as const) {
    if (isSkipped(local, zone)) {
      const sentence = `${local.slice(11, 16)} does not exist on ${local.slice(0, 10)}: the clocks go forward.`;
      return { ...invalidTime(field, sentence), code: 'nonexistent_local_time' };
    }
  }
  const startsAt = instantOf(localStart, zone);
  const endsAt = instantOf(localEnd, zone);
  const minutes = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / 60_000;
  return {
    ...wall,
    startTime,
    endTime,
    zone,
    tzVersion,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    localStart,
    localEnd,
    minutes,
  };
}

function invalidTime(field: string, sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}

/** The instant of a wall-clock time; a repeated one is the earlier, a skipped one moves forward. */
export function instantOf(local: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}

/** Whether the clocks of the zone skip this wall-clock time. */
export function isSkipped(local: string, zone: string): boolean {
  const meant = Temporal.PlainDateTime.from(local);
  return !meant.toZonedDateTime(zone).toPlainDateTime().equals(meant);
}

/** `18:00` → `18:00:00`. */
export function withSeconds(time: string): string {
  return time.length === 5 ? `${time}:00` : time;
}

/** The date in the zone at an instant. */
export function dateAt(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** A span in the zone, for sentences: `06:30 to 09:00 on 2026-11-20`, over midnight with both dates. */
export function clocksOf(startsAt: string, endsAt: string, zone: string): string {
  const [start, end] = [startsAt, endsAt].map((instant) => {
    const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
    const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
    return { time, date: at.toPlainDate().toString() };
  }) as [{ time: string; date: string }, { time: string; date: string }];
  const from = start.date === end.date ? start.time : `${start.time} on ${start.date}`;
  return `${from} to ${end.time} on ${end.date}`;
}

/** The date `days` later (or earlier). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** All dates from `from` to `until`, both included. */
export function datesBetween(from: string, until: string): string[] {
  const dates: string[] = [];
  const last = Temporal.PlainDate.from(until);
  for (let date = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(date, last) <= 0; ) {
    dates.push(date.toString());
    date = date.add({ days: 1 });
  }
  return dates;
}

/** The Monday of the date's ISO week. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/** ISO week of a date, `2026-W47` (ISO 8601: the week of the year that has its Thursday). */
export function weekOf(date: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  return `${String(yearOfWeek).padStart(4, '0')}-W${String(weekOfYear).padStart(2, '0')}`;
}

/** The Monday of an ISO week, or null when the year has no such week (W53). */
export function mondayOfWeek(week: string): string | null {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  if (!year || !number) return null;
  // 4 January is always in week 1 (ISO 8601).
  const monday = addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
  return weekOf(monday) === week ? monday : null;
}

/** Hours as two-decimal text: 450 minutes → "7.50". */
export function hoursText(minutes: number): string {
  const hundredths = Math.floor((minutes * 100 + 30) / 60);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
