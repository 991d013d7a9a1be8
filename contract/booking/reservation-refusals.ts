/** Refusals that several calls share: code → what it means. Spans that can't be are 400 with the field. */
export const claimRefusals = {
  reservation_taken: 'Taken then; names the spans, and to who decides whose they are.',
  person_busy: 'The person is committed elsewhere then: a shift, a duty, another reservation.',
  too_many_reservations: 'The person has as many that have not ended as they may.',
  too_many_hours: 'The person would have booked more hours in that week than they may.',
} as const;

export const changeRefusals = {
  reservation_past: 'It has begun or is over: nothing of it changes.',
  reservation_closed: 'It is rejected, cancelled or expired already.',
  version_stale: 'Someone changed it meanwhile (412); read it again.',
} as const;

export const decisionRefusals = {
  reservation_not_pending: 'Only a pending one can be decided.',
  hold_expired: 'It was not decided in time and is EXPIRED.',
  reservation_past: 'It has begun or is over: nothing of it changes.',
} as const;
