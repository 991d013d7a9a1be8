/** Refusals that several offer calls share: code → what it means. */
export const liveRefusals = {
  offer_expired: 'A shift of it changed, began or is in a finalized period: it is EXPIRED.',
  offer_closed: 'It was withdrawn, refused, declined or done already.',
} as const;

export const swapRefusals = {
  person_busy: 'Someone is committed elsewhere at the time they would get.',
  person_inactive: 'Someone of it is shut out.',
  shift_overlaps_own: 'Someone asked for another shift at the time they would get.',
  overtime:
    'It would exceed the weekly limit; an admin approves with override_overtime all the same.',
} as const;
