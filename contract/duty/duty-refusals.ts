/** Refusals that several duty calls share: code → what it means. */
export const assignRefusals = {
  cell_taken: 'As many people as it needs have that duty on that date; says who.',
  person_busy: 'The person is committed elsewhere at that time; says with what and when.',
  person_inactive: 'The person is shut out.',
  duty_type_inactive: 'The duty is not assigned any more.',
  nonexistent_local_time: 'The clocks skip its time on that date.',
  sun_unknown: 'The duty follows the sun, and its time on that date is not known; says why.',
} as const;

export const unlockRefusals = {
  duty_unlocked: 'It was taken off already.',
  needs_second_admin: 'A rule asks for a second admin: ask for it as an unlock request.',
} as const;
