import { ICalEventStatus } from 'ical-generator';
import { entryTimes, newCalendar, plain } from '../timeline/module.ts';
import type { FeedShift } from './feed-store.ts';

/**
 * An iCalendar file (RFC 5545) of these shifts. The UID of a shift stays, and its SEQUENCE follows its
 * version.
 */
export function writeFeed(
  shifts: readonly FeedShift[],
  organisationName: string,
  timeZone: string,
): string {
  const from = shifts[0]?.starts_at ?? '2026-01-01T00:00:00Z';
  const until = shifts.at(-1)?.ends_at ?? from;
  const calendar = newCalendar({ from, until }, { name: `Shifts · ${organisationName}` });
  calendar.ttl(3_600);
  calendar.x('X-WR-TIMEZONE', timeZone);
  for (const shift of shifts) {
    const changedAt = Temporal.Instant.from(shift.updated_at);
    const cancelled = shift.status === 'CANCELLED';
    calendar.createEvent({
      id: `${shift.id}@callboard`,
      sequence: shift.version,
      // Not the moment of writing, so that the same shifts are the same bytes.
      stamp: changedAt,
      created: Temporal.Instant.from(shift.created_at),
      lastModified: changedAt,
      ...entryTimes(shift.starts_at, shift.ends_at, shift.zone),
      summary: plain(`Shift · ${organisationName}`),
      description: plain(shift.notes) || null,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
