/** What a change of reservations may change: them, trades of them, and what else people are booked for. */
export const refreshed = ['booking', 'trades', 'calendar', 'journal'];
