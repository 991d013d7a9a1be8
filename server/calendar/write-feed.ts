import ical, { ICalEventStatus } from 'ical-generator';
import { describeZone, isRepeated } from '../timeline/module.ts';
import type { FeedShift } from './feed-store.ts';

/**
 * An iCalendar file (RFC 5545) of these shifts. The UID of a shift stays, its SEQUENCE follows its
 * version, and times are wall-clock times of the shift's zone, which the file describes; but in UTC
 * when one of them comes twice that night, since programs disagree about which is meant.
 */
export function writeFeed(
  shifts: readonly FeedShift[],
  organisationName: string,
  timeZone: string,
): string {
  const from = Temporal.Instant.from(shifts[0]?.starts_at ?? '2026-01-01T00:00:00Z');
  const until = Temporal.Instant.from(shifts.at(-1)?.ends_at ?? from.toString());
  const calendar = ical({
    // Programs do not agree whether this one is escaped, so it has nothing to escape.
    name: plain(`Shifts · ${organisationName}`).replace(/[\\;,]/g, ''),
    prodId: { company: 'Callboard', product: 'Callboard', language: 'EN' },
    // Without a name: with one, ical-generator writes DTSTAMP as a wall-clock time.
    timezone: { name: null, generator: (zone) => describeZone(zone, from, until) },
    ttl: 3_600,
    x: { 'X-WR-TIMEZONE': timeZone },
  });
  for (const shift of shifts) {
    const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(shift.zone);
    const [start, end] = [at(shift.starts_at), at(shift.ends_at)];
    const changedAt = Temporal.Instant.from(shift.updated_at);
    const cancelled = shift.status === 'CANCELLED';
    calendar.createEvent({
      id: `${shift.id}@callboard`,
      sequence: shift.version,
      // Not the moment of writing, so that the same shifts are the same bytes.
      stamp: changedAt,
      created: Temporal.Instant.from(shift.created_at),
      lastModified: changedAt,
      start,
      end,
      timezone: isRepeated(start) || isRepeated(end) ? null : shift.zone,
      summary: plain(`Shift · ${organisationName}`),
      description: plain(shift.notes) || null,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

// RFC 5545 knows no control characters but tab and line breaks.
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}
