import { ICalEventStatus } from 'ical-generator';
import { entryTimes, newCalendar, plain } from '../timeline/module.ts';
import type { FeedEntry } from './feed-store.ts';

const statusOf = {
  APPROVED: ICalEventStatus.CONFIRMED,
  PENDING: ICalEventStatus.TENTATIVE,
  CANCELLED: ICalEventStatus.CANCELLED,
  REJECTED: ICalEventStatus.CANCELLED,
} as const;

/**
 * An iCalendar file (RFC 5545) of these shifts, duties and reservations. The UID of one stays, and its SEQUENCE follows
 * its version.
 */
export function writeFeed(
  entries: readonly FeedEntry[],
  organisationName: string,
  timeZone: string,
): string {
  const from = entries[0]?.starts_at ?? '2026-01-01T00:00:00Z';
  const until = entries.at(-1)?.ends_at ?? from;
  const calendar = newCalendar({ from, until }, { name: `Shifts · ${organisationName}` });
  calendar.ttl(3_600);
  calendar.x('X-WR-TIMEZONE', timeZone);
  for (const entry of entries) {
    const changedAt = Temporal.Instant.from(entry.updated_at);
    calendar.createEvent({
      id: `${entry.id}@callboard`,
      sequence: entry.version,
      // Not the moment of writing, so that the same entries are the same bytes.
      stamp: changedAt,
      created: Temporal.Instant.from(entry.created_at),
      lastModified: changedAt,
      ...entryTimes(entry.starts_at, entry.ends_at, entry.zone),
      summary: plain(`${entry.what} · ${organisationName}`),
      description: plain(entry.notes) || null,
      status: statusOf[entry.status],
    });
  }
  return calendar.toString();
}
