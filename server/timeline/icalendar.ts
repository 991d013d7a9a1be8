import ical, { type ICalCalendar, type ICalCalendarMethod } from 'ical-generator';
import { isRepeated } from './clock-hours.ts';
import { describeZone } from './describe-zone.ts';

/** Instants between which the times of a calendar lie. */
type Reach = { from: string; until: string };

/** An empty iCalendar file (RFC 5545) that describes its zones as they are from one instant to another. */
export function newCalendar(
  { from, until }: Reach,
  { name, method }: { name?: string; method?: 'REQUEST' | 'CANCEL' },
): ICalCalendar {
  const [first, last] = [Temporal.Instant.from(from), Temporal.Instant.from(until)];
  return ical({
    // Programs do not agree whether this one is escaped, so it has nothing to escape.
    ...(name !== undefined && { name: plain(name).replace(/[\\;,]/g, '') }),
    ...(method && { method: method as ICalCalendarMethod }),
    prodId: { company: 'Callboard', product: 'Callboard', language: 'EN' },
    // Without a name: with one, ical-generator writes DTSTAMP as a wall-clock time.
    timezone: { name: null, generator: (zone) => describeZone(zone, first, last) },
  });
}

/**
 * When an entry is: wall-clock times of its zone, but UTC when one of them comes twice that night, since
 * programs disagree about which is meant.
 */
export function entryTimes(startsAt: string, endsAt: string, zone: string) {
  const [start, end] = [startsAt, endsAt].map((instant) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  return { start, end, timezone: isRepeated(start) || isRepeated(end) ? null : zone };
}

/** Text as an entry may have it: RFC 5545 knows no control characters but tab and line breaks. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}
