import { type Burden, type ReservationRow, whyTooMany } from '../booking/module.ts';
import type { Refused } from '../platform/problem.ts';
import { clocksOf } from '../timeline/module.ts';
import type { Party } from './deal.ts';

/** What one person of a trade would give and get. */
export type Turn = { person: Party; gives: ReservationRow; gets: ReservationRow };

/** What is to be known of a turn: what else the person has then, and has booked without what they give. */
export type Around = {
  clash: { startsAt: string; endsAt: string } | null;
  burden: Burden;
  limits: Parameters<typeof whyTooMany>[2];
  own: Parameters<typeof whyTooMany>[3];
};

/**
 * Why a turn can't happen: the person is shut out, committed elsewhere, or over a limit. `seen`: whether
 * whoever asks may know whom it is about, and what they have then.
 */
export function whyNotTurn(
  { person, gets }: Turn,
  { clash, burden, limits, own }: Around,
  seen: 'self' | 'named' | 'hidden',
): Refused | null {
  const who = { self: 'You', named: person.full_name, hidden: 'Someone in it' }[seen];
  const [has, is] = seen === 'self' ? ['have', 'are'] : ['has', 'is'];
  if (!person.active) {
    return { code: 'person_inactive', detail: `${who} ${is} not active any more.` };
  }
  if (clash) {
    const times = `: from ${clocksOf(clash.startsAt, clash.endsAt, gets.zone)}`;
    const detail = `${who} ${has} something else then${seen === 'hidden' ? '' : times}.`;
    return { code: 'person_busy', detail };
  }
  const many = whyTooMany(gets.minutes, burden, limits, own);
  return (
    many && {
      code: many.code,
      detail: seen === 'hidden' ? `${who} ${is} over a limit: ${many.detail}` : many.detail,
    }
  );
}

/** Whether a reservation can change hands: it is confirmed and has not begun. */
export function whyNotTradable(
  { status, starts_at }: Pick<ReservationRow, 'status' | 'starts_at'>,
  now: Temporal.Instant,
): Refused | null {
  if (status !== 'CONFIRMED') {
    return {
      code: 'reservation_not_confirmed',
      detail: `This reservation is ${status}; only a confirmed one changes hands.`,
      facts: { reservation_status: status },
    };
  }
  if (Temporal.Instant.compare(starts_at, now) > 0) return null;
  return {
    code: 'reservation_past',
    detail: 'It has begun or is over: it can’t change hands any more.',
  };
}
