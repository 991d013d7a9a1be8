import { Type } from 'typebox';

/** What may be said of a period beside its name and dates, when it is made or changed. */
export const periodStatus = Type.Optional(
  Type.Union([Type.Literal('OPEN'), Type.Literal('LOCKED')]),
);
export const seats = Type.Optional(Type.Integer({ minimum: 1, maximum: 50 }));

export const periodRefusals = {
  period_finalized: 'The period is finalized: nothing in it changes.',
  period_shrinks: 'Live shifts would lie outside the new dates; lists them.',
  seats_taken: 'More people are on at once than there would be seats; lists when.',
  version_stale: 'Someone changed it meanwhile (412); read it again.',
} as const;
