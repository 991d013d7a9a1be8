import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { bookedIn, type DaySlot, type Minutes, minutesOfSpan, slotsOf } from './slots-of-day.ts';

/** A day downwards: what is free to tap, what is mine, and the rest told once for as long as it lasts. */
export type DayRow = Minutes &
  (
    | { kind: 'free'; slot: DaySlot; booked: number }
    | { kind: 'mine'; reservation: Reservation }
    | { kind: 'taken' | 'past' | 'too_far' }
  );

export function rowsOf(day: BookingDay): DayRow[] {
  const rows: DayRow[] = day.reserved_slots
    .filter(({ mine }) => mine)
    .map((reservation) => ({ kind: 'mine', reservation, ...minutesOfSpan(reservation) }));
  let closed: (Minutes & { kind: 'taken' | 'past' | 'too_far' }) | undefined;
  for (const slot of slotsOf(day)) {
    const { from, to, state } = slot;
    if (slot.available) {
      rows.push({ kind: 'free', slot, booked: bookedIn(slot, day), from, to });
      closed = undefined;
    } else if (state === 'taken' || state === 'past' || state === 'too_far') {
      if (closed?.kind === state && closed.to === from) closed.to = to;
      else {
        closed = { kind: state, from, to };
        rows.push(closed);
      }
    } else closed = undefined;
  }
  return rows.sort((a, b) => a.from - b.from || a.to - b.to);
}
