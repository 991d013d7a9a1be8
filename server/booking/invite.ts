import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import type { ReservationStatus } from '../../contract/booking/reservation.ts';
import type { CalendarPart, LetterContext } from '../platform/letter.ts';
import { entryTimes, newCalendar, plain } from '../timeline/module.ts';

/** What an entry of someone's calendar is made of. */
export type Entry = {
  id: string;
  version: number;
  status: ReservationStatus;
  resource_name: string;
  user_name: string;
  user_email: string;
  notes: string;
  starts_at: string;
  ends_at: string;
  zone: string;
  created_at: string;
  updated_at: string;
};

/**
 * What the calendar of a reservation's person is to make of it (RFC 5546): the entry of one that is live,
 * tentative while it waits, else that it is no more. The UID stays, SEQUENCE follows the version, so that
 * the newest mail wins in whatever order they are read.
 */
export function inviteOf(entry: Entry, context: LetterContext): CalendarPart {
  const method = isLive(entry) ? 'REQUEST' : 'CANCEL';
  const calendar = newCalendar({ from: entry.starts_at, until: entry.ends_at }, { method });
  calendar.createEvent({
    ...entryOf(entry, context),
    ...entryTimes(entry.starts_at, entry.ends_at, entry.zone),
  });
  return { method, text: calendar.toString() };
}

/** What an entry says, but for its times. */
export function entryOf(
  entry: Omit<Entry, 'starts_at' | 'ends_at'>,
  { organisationName, sender, link }: LetterContext,
): Omit<ICalEventData, 'start'> {
  const changedAt = Temporal.Instant.from(entry.updated_at);
  return {
    id: `${entry.id}@callboard`,
    sequence: entry.version,
    // Not the moment of writing: at every attempt it is the same mail.
    stamp: changedAt,
    created: Temporal.Instant.from(entry.created_at),
    lastModified: changedAt,
    summary: plain(`${entry.resource_name} · ${organisationName}`),
    location: plain(entry.resource_name),
    description: plain(entry.notes) || null,
    url: link('/booking/mine'),
    status: statusOf(entry),
    organizer: { name: plain(organisationName), email: sender.address },
    attendees: [
      {
        name: plain(entry.user_name),
        email: entry.user_email,
        role: ICalAttendeeRole.REQ,
        status:
          entry.status === 'PENDING' ? ICalAttendeeStatus.TENTATIVE : ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      },
    ],
  };
}

/** Whether it is in a calendar at all. */
export function isLive({ status }: { status: ReservationStatus }): boolean {
  return status === 'CONFIRMED' || status === 'PENDING';
}

function statusOf(entry: { status: ReservationStatus }): ICalEventStatus {
  if (!isLive(entry)) return ICalEventStatus.CANCELLED;
  return entry.status === 'PENDING' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
