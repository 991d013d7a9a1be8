import type { Refused } from '../platform/problem.ts';

/** What the rules look at: the days by the organisation's clock. */
export type LinkState = { closesOn: string | null; rosterEnds: string };

/** A link takes sign-ups up to its last day, and until its roster is over. */
export function whyClosed({ closesOn, rosterEnds }: LinkState, today: string): Refused | null {
  const lastDay = closesOn !== null && closesOn < rosterEnds ? closesOn : rosterEnds;
  if (today <= lastDay) return null;
  return {
    code: 'signup_link_closed',
    detail: `Sign-ups closed after ${lastDay}. Ask whoever gave you the link.`,
    facts: { closed_after: lastDay },
  };
}
