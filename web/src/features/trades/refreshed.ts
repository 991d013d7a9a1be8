/** What an answer to a trade may change: trades, and with the reservations all that shows them. */
export const refreshed = ['trades', 'booking', 'calendar', 'journal'];
