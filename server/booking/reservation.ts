import type { ReservationStatus } from '../../contract/booking/reservation.ts';
import type { Refused } from '../platform/problem.ts';

/** What the rules look at; the status is the one that it has now. */
export type ReservationState = { status: ReservationStatus; starts_at: string };

/** Only a pending one that has not begun can be decided. */
export function whyNotDecide(one: ReservationState, now: Temporal.Instant): Refused | null {
  if (one.status === 'EXPIRED') {
    const detail = 'Nobody decided in time: it is EXPIRED and its span is free again.';
    return { code: 'hold_expired', detail, facts: { reservation_status: one.status } };
  }
  if (one.status !== 'PENDING') {
    const detail = `This reservation is ${one.status}; only a pending one can be decided.`;
    return { code: 'reservation_not_pending', detail, facts: { reservation_status: one.status } };
  }
  return whyPast(one, now);
}

/** One that is live and has not begun can be changed and cancelled. */
export function whyNotChange(one: ReservationState, now: Temporal.Instant): Refused | null {
  if (one.status === 'CONFIRMED' || one.status === 'PENDING') return whyPast(one, now);
  return {
    code: 'reservation_closed',
    detail: `This reservation is ${one.status}: nothing of it changes. Make another.`,
    facts: { reservation_status: one.status },
  };
}

function whyPast({ starts_at }: ReservationState, now: Temporal.Instant): Refused | null {
  if (Temporal.Instant.compare(starts_at, now) > 0) return null;
  return {
    code: 'reservation_past',
    detail: 'It has begun or is over: nothing of it changes any more.',
  };
}
