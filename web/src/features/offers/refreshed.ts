/** What an offer's answer may change: offers, and with the shifts all that shows them. */
export const refreshed = ['offers', 'rota', 'calendar', 'journal'];
