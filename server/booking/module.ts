import './tables.ts';
import type { Module } from '../platform/module.ts';
import { letterSamples } from './letter-samples.ts';
import { listReservations } from './list-reservations.ts';
import { makeReservation } from './make-reservation.ts';
import { readBookingCalendar } from './read-booking-calendar.ts';
import { readReservation } from './read-reservation.ts';
import { liveReservation } from './reservation-event.ts';
import { reservationLetters } from './reservation-letters.ts';

/** Resources that people reserve: confirmed at once, or held until an admin decides. */
export const booking: Module = {
  name: 'booking',
  endpoints: [listReservations, makeReservation, readReservation, readBookingCalendar],
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
  templates: reservationLetters,
  samples: letterSamples,
};
