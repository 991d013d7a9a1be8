/** Refusals that several trade calls share: code → what it means. */
export const liveRefusals = {
  trade_expired: 'A reservation of it changed, began or was cancelled: it is EXPIRED.',
  trade_closed: 'It was accepted, rejected or cancelled already.',
} as const;

export const swapRefusals = {
  person_busy: 'Someone is committed elsewhere at the time they would get.',
  person_inactive: 'Someone of it is shut out.',
  too_many_hours: 'Someone would have booked more hours in that week than they may.',
  too_many_reservations: 'Someone has as many reservations ahead as they may.',
} as const;

export const reservationRefusals = {
  reservation_not_confirmed: 'Only a confirmed reservation changes hands.',
  reservation_past: 'It has begun or is over.',
} as const;
