/** Refusals that several shift calls share: code → what it means. */
export const spanRefusals = {
  period_not_open: 'The period takes no requests (it is locked or finalized).',
  shift_overlaps_own: 'The person already has a live shift at that time.',
} as const;

export const claimRefusals = {
  shift_overlaps: 'All seats are taken at that time; names whose shift, from when to when.',
  person_busy: 'The person is committed elsewhere at that time.',
  overtime:
    'It would exceed the weekly limit; approve with override_overtime to do it all the same.',
} as const;

export const decisionRefusals = {
  shift_not_pending: 'Only a pending request can be decided.',
  period_finalized: 'The period is finalized: nothing in it changes.',
} as const;
