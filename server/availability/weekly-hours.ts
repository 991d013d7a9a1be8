import type { WeeklyHours } from '../../contract/availability/weekly-hours.ts';
import { invalid } from '../platform/problem.ts';
import { addDays, dateAt, instantOf, minuteOf } from '../timeline/module.ts';

/** What someone says of a stretch of a usual week, by the clocks of `zone`. */
export type Said = {
  weekday: number;
  startMinute: number;
  endMinute: number;
  available: boolean;
  zone: string;
};

/** From when to when, in epoch milliseconds. */
export type Stretch = { from: number; until: number };

const dayMinutes = 1_440;

/** The hours of a body as they are stored. 400 on `hours` when an end is not after its start, or two overlap. */
export function saidOf(hours: readonly WeeklyHours[], zone: string): Said[] {
  const said = hours.map(({ weekday, start_time, end_time, available }, i) => {
    const startMinute = minuteOf(start_time);
    const endMinute = minuteOf(end_time) || dayMinutes;
    if (endMinute <= startMinute) {
      throw invalid({ [`hours.${i}.end_time`]: ['End must be after start; 00:00 is midnight.'] });
    }
    return { weekday, startMinute, endMinute, available, zone };
  });
  for (const [i, one] of said.entries()) {
    if (said.slice(0, i).some((other) => overlaps(one, other))) {
      throw invalid({ [`hours.${i}`]: ['Overlaps with other hours of that day.'] });
    }
  }
  return said;
}

function overlaps(one: Said, other: Said): boolean {
  return (
    one.weekday === other.weekday &&
    one.startMinute < other.endMinute &&
    other.startMinute < one.endMinute
  );
}

/**
 * What someone's usual week says of these stretches: false when they said no to any part, true when
 * they said yes to all of it, else nothing.
 */
export function saysOf(said: readonly Said[], stretches: readonly Stretch[]): boolean | undefined {
  if (said.length === 0) return undefined;
  let yes = stretches.length > 0;
  for (const stretch of stretches) {
    const spans = said.flatMap((one) => spansOf(one, stretch));
    if (spans.some((span) => !span.available)) return false;
    yes &&= covers(spans, stretch);
  }
  return yes || undefined;
}

type Span = Stretch & { available: boolean };

/** Where the weekly hours fall on the days of a stretch; only what overlaps it. */
function spansOf(
  { weekday, startMinute, endMinute, available, zone }: Said,
  stretch: Stretch,
): Span[] {
  const spans: Span[] = [];
  const last = dateAt(Temporal.Instant.fromEpochMilliseconds(stretch.until), zone);
  let date = dateAt(Temporal.Instant.fromEpochMilliseconds(stretch.from), zone);
  for (; date <= last; date = addDays(date, 1)) {
    if (Temporal.PlainDate.from(date).dayOfWeek !== weekday) continue;
    const [from, until] = [startMinute, endMinute].map((minute) => epochOf(date, minute, zone));
    const span = { from: from as number, until: until as number, available };
    if (span.from < stretch.until && span.until > stretch.from) spans.push(span);
  }
  return spans;
}

function epochOf(date: string, minute: number, zone: string): number {
  const day = minute === dayMinutes ? addDays(date, 1) : date;
  return instantOf(`${day}T${timeOf(minute)}`, zone).epochMilliseconds;
}

/** Minutes since midnight as wall-clock time; the end of the day is 00:00:00. */
export function timeOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}:00`;
}

function covers(spans: readonly Span[], stretch: Stretch): boolean {
  let covered = stretch.from;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from > covered) return false;
    covered = Math.max(covered, span.until);
  }
  return covered >= stretch.until;
}
