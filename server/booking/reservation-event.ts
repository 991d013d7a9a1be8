import type { EventName } from '../../contract/events.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { decides } from './policy.ts';
import { reasonOf } from './present-reservation.ts';
import type { ReservationRow } from './reservation-row.ts';

export type ReservationEvent = Extract<EventName, `reservation.${string}`>;

/** What the journal keeps of a reservation; letters and live events are made from it. */
export function reservationFacts(row: ReservationRow) {
  return {
    id: row.id,
    resource: row.resource_id,
    resource_name: row.resource_name,
    user: row.person_id,
    user_name: row.person_name,
    date: row.date,
    start_time: row.start_time,
    end_time: row.end_time,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    duration_hours: hoursText(row.minutes),
    status: row.status,
    notes: row.notes,
    is_primetime: row.is_primetime,
    approval_reasons: row.approval_reasons,
    rejection_reason: reasonOf(row),
    series: row.series_id,
    version: row.version,
  };
}

export type ReservationFacts = ReturnType<typeof reservationFacts>;

/** Writes a reservation's event: the reservation as it stands now, and what else is to be known of it. */
export function recordReservation(
  tx: Tx,
  event: ReservationEvent,
  row: ReservationRow,
  facts: Record<string, unknown> = {},
  entry?: string,
): Promise<string> {
  return record(tx, event, row.id, { reservation: reservationFacts(row), ...facts }, entry);
}

/** What happened, in a few words. */
export const sentences: Record<ReservationEvent, string> = {
  'reservation.requested': 'A reservation waits for a decision',
  'reservation.confirmed': 'Reservation confirmed',
  'reservation.rejected': 'Reservation rejected',
  'reservation.moved': 'Reservation moved',
  'reservation.updated': 'Notes of a reservation changed',
  'reservation.cancelled': 'Reservation cancelled',
  'reservation.traded': 'A reservation changed hands',
  'reservation.expired': 'Nobody decided on a reservation in time',
};

/**
 * How a reservation's event looks on `resource:<id>`, of the resource it is of and the one it was of: all
 * of it to its person and to who decides; to others only when it is.
 */
export const liveReservation: Live = {
  topics({ data }) {
    const now = (data.reservation as ReservationFacts).resource;
    const was = data.was_resource as string | undefined;
    return [`resource:${now}`, ...(was && was !== now ? [`resource:${was}`] : [])];
  },
  present({ event, data }, { by }) {
    const reservation = data.reservation as ReservationFacts;
    const message = sentences[event as ReservationEvent];
    const was = (data.changes as { user?: { before?: string } } | undefined)?.user?.before;
    const isTheirs = [reservation.user, was].includes(by.personId);
    if (isTheirs || decides(by)) return { message, ...data };
    if (event === 'reservation.updated') return null;
    const { id, resource, date, start_time, end_time, starts_at, ends_at, status } = reservation;
    const span = { id, resource, date, start_time, end_time, starts_at, ends_at, status };
    return { message: 'The calendar changed', reservation: span };
  },
};
