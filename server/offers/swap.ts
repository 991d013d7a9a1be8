import type { Refused } from '../platform/problem.ts';
import { type ShiftRow, whyOvertime } from '../rota/module.ts';
import { clocksOf, mondayOf } from '../timeline/module.ts';
import type { Burden } from './burden.ts';
import type { Party } from './deal.ts';

/** What one person gets and gives. */
export type Turn = {
  person: Party;
  gets: Pick<ShiftRow, 'id' | 'date' | 'starts_at' | 'ends_at' | 'minutes'>;
  gives: { id: string } | null;
};

/** What each person would get and give if `taker` takes the offer. */
export function turnsOf(
  deal: { shift: ShiftRow; exchange: ShiftRow | null; owner: Party },
  taker: Party,
): Turn[] {
  const { shift, exchange, owner } = deal;
  const takes = { person: taker, gets: shift, gives: exchange };
  return exchange ? [takes, { person: owner, gets: exchange, gives: shift }] : [takes];
}

/**
 * Why these turns can't happen: someone is shut out, committed elsewhere, has asked for that time, or
 * would work more than their weekly limit. The override, as everywhere, is for overtime only.
 */
export function whyNotSwap(
  turns: readonly Turn[],
  burden: Burden,
  zone: string,
  override: boolean,
): Refused | null {
  return (
    first(turns, whyInactive) ??
    first(turns, (turn) => whyElsewhere(turn, burden, zone)) ??
    first(turns, (turn) => whyAsked(turn, burden, zone)) ??
    first(turns, (turn) => whyTooMuch(turn, burden, override))
  );
}

function first(turns: readonly Turn[], rule: (turn: Turn) => Refused | null): Refused | null {
  for (const turn of turns) {
    const refused = rule(turn);
    if (refused) return refused;
  }
  return null;
}

function whyInactive({ person }: Turn): Refused | null {
  if (person.active) return null;
  return { code: 'person_inactive', detail: `${person.full_name} is not active any more.` };
}

function whyElsewhere({ person, gets, gives }: Turn, burden: Burden, zone: string) {
  const clash = burden.commitments.find(
    (one) =>
      one.holder.id === person.id &&
      one.source.id !== gives?.id &&
      overlap(gets, { starts_at: one.startsAt, ends_at: one.endsAt }),
  );
  if (!clash) return null;
  const when = clocksOf(clash.startsAt, clash.endsAt, zone);
  return {
    code: 'person_busy',
    detail: `${person.full_name} is committed elsewhere from ${when}.`,
    facts: { person: person.id, starts_at: clash.startsAt, ends_at: clash.endsAt },
  };
}

function whyAsked({ person, gets, gives }: Turn, burden: Burden, zone: string): Refused | null {
  const asked = burden.loads.find(
    (one) => one.person_id === person.id && one.id !== gives?.id && overlap(gets, one),
  );
  if (!asked) return null;
  const when = clocksOf(asked.starts_at, asked.ends_at, zone);
  return {
    code: 'shift_overlaps_own',
    detail: `${person.full_name} asked for a shift from ${when}; that request has to go first.`,
    facts: { person: person.id, shift: asked.id },
  };
}

function whyTooMuch({ person, gets, gives }: Turn, burden: Burden, override: boolean) {
  const week = mondayOf(gets.date);
  const others = burden.loads.filter(
    (one) =>
      one.person_id === person.id &&
      one.status === 'APPROVED' &&
      one.id !== gives?.id &&
      mondayOf(one.date) === week,
  );
  const after = others.reduce((sum, one) => sum + one.minutes, gets.minutes);
  return whyOvertime(person.full_name, after, person.weekly_limit_minutes, override);
}

type Times = { starts_at: string; ends_at: string };

function overlap(one: Times, other: Times): boolean {
  return isBefore(one.starts_at, other.ends_at) && isBefore(other.starts_at, one.ends_at);
}

function isBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}
