import './tables.ts';
import type { Module } from '../platform/module.ts';
import { adminDashboard } from './admin-dashboard.ts';
import { cancelReservation } from './cancel-reservation.ts';
import { cancelRest } from './cancel-rest.ts';
import { decideReservation } from './decide-reservation.ts';
import { decideReservations } from './decide-reservations.ts';
import { editReservation } from './edit-reservation.ts';
import { editRest } from './edit-rest.ts';
import { reservationSweep } from './expire-reservations.ts';
import { letterSamples } from './letter-samples.ts';
import { listReservations } from './list-reservations.ts';
import { makeReservation } from './make-reservation.ts';
import { makeSeries } from './make-series.ts';
import { previewReservation } from './preview-reservation.ts';
import { readBookingCalendar } from './read-booking-calendar.ts';
import { readReservation } from './read-reservation.ts';
import { readSeries } from './read-series.ts';
import { liveReservation } from './reservation-event.ts';
import { reservationLetters } from './reservation-letters.ts';
import { seriesLetters } from './series-letters.ts';
import { type CountTrades, userDashboard } from './user-dashboard.ts';

export { type Burden, burdenOn, loadBurden } from './burden.ts';
export { type CalendarEntry, entryFacts, entryOfSeries } from './calendar-entry.ts';
export { changeOwners } from './change-owners.ts';
export { findFeedReservations } from './find-feed-reservations.ts';
export { whyTooMany } from './limits.ts';
export { findPastReservations } from './past-reservations.ts';
export { placeReservation } from './place-reservation.ts';
export { decides } from './policy.ts';
export { recordReservation } from './reservation-event.ts';
export { calendarOf } from './reservation-letters.ts';
export {
  findReservations,
  lockReservations,
  type ReservationRow,
} from './reservation-row.ts';

/** Resources that people reserve: confirmed at once, or held until an admin decides. */
export const bookingModule = (countTrades: CountTrades): Module => ({
  name: 'booking',
  endpoints: [
    ...[listReservations, makeReservation, previewReservation, readBookingCalendar],
    ...[readReservation, editReservation, cancelReservation],
    ...[decideReservation, decideReservations],
    ...[makeSeries, readSeries, editRest, cancelRest],
    ...[userDashboard(countTrades), adminDashboard],
  ],
  aliases: {
    '/reservations/dashboard': '/reservations/dashboard/user',
    '/reservations/admin/dashboard': '/reservations/dashboard/admin',
  },
  queues: (app) => [reservationSweep(app)],
  live: {
    'reservation.requested': liveReservation,
    'reservation.confirmed': liveReservation,
    'reservation.rejected': liveReservation,
    'reservation.moved': liveReservation,
    'reservation.updated': liveReservation,
    'reservation.cancelled': liveReservation,
    'reservation.expired': liveReservation,
    'reservation.traded': liveReservation,
  },
  templates: { ...reservationLetters, ...seriesLetters },
  samples: letterSamples,
});
