import type { Reservation } from '../../contract/booking/reservation.ts';
import type { View } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { decides, sees } from './policy.ts';
import { whyNotChange, whyNotDecide } from './reservation.ts';
import type { ReservationRow } from './reservation-row.ts';

/** A reservation for a viewer: of someone else's a plain user sees when it is, nothing more. */
export function presentReservation(
  row: ReservationRow,
  { by, now }: Pick<View, 'by' | 'now'>,
): Reservation {
  const seen = sees(by, row);
  const change = seen && whyNotChange(row, now) === null;
  const decide = decides(by) && whyNotDecide(row, now) === null;
  return {
    id: row.id,
    resource: row.resource_id,
    resource_name: row.resource_name,
    ...(seen ? personOf(row) : { user: null, user_name: null, user_email: null }),
    mine: row.person_id === by.personId,
    date: row.date,
    start_time: row.start_time,
    end_time: row.end_time,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    duration_hours: hoursText(row.minutes),
    status: row.status,
    notes: seen ? row.notes : '',
    is_primetime: row.is_primetime,
    approval_reasons: seen ? row.approval_reasons : [],
    rejection_reason: seen ? reasonOf(row) : '',
    hold_expires_at: seen ? row.hold_expires_at : null,
    cost: seen ? costOf(row) : null,
    series: seen ? row.series_id : null,
    editable: change,
    created_at: row.created_at,
    updated_at: row.updated_at,
    decided_at: seen ? row.decided_at : null,
    decided_by_name: seen ? row.decider_name : null,
    version: row.version,
    can: { approve: decide, reject: decide, edit: change, cancel: change },
  };
}

/** Why it is REJECTED or EXPIRED; empty for any other. */
export function reasonOf(row: Pick<ReservationRow, 'status' | 'decision_reason'>): string {
  if (row.status === 'REJECTED') return row.decision_reason ?? '';
  if (row.status === 'EXPIRED') return row.decision_reason ?? expiredReason;
  return '';
}

/** What a reservation ends with that nobody decided on in time. */
export const expiredReason = 'Nobody decided in time.';

function personOf(row: ReservationRow) {
  return { user: row.person_id, user_name: row.person_name, user_email: row.person_email };
}

function costOf({ cost, currency }: ReservationRow): Reservation['cost'] {
  return cost !== null && currency !== null ? { amount: cost, currency } : null;
}
