import { findRules } from '../approvals/module.ts';
import { burdenOn, decides, loadBurden } from '../booking/module.ts';
import {
  type Facts,
  type Match,
  whyApprovalNeeded,
} from '../platform/approval/why-approval-needed.ts';
import type { Refused } from '../platform/problem.ts';
import type { Actor, Read } from '../platform/scope.ts';
import { getResource, getSettings, ownSettingsOf, settingsFor } from '../resources/module.ts';
import { findClashes, wallStretches } from '../timeline/module.ts';
import { type Around, type Turn, whyNotTurn } from './turn.ts';

/** Why turns can't happen, in their order (null where one can), and by which rules an admin decides. */
export type Judgement = { refusals: (Refused | null)[]; matches: Match[] };

/** Looks at turns anew: is everyone free, within limits, and does a rule ask for an admin? */
export async function judgeTurns(
  read: Read,
  turns: readonly Turn[],
  by: Actor | null,
): Promise<Judgement> {
  const [rules, arounds] = await Promise.all([
    findRules(read, 'trade'),
    Promise.all(turns.map((turn) => lookAround(read, turn))),
  ]);
  const refusals = turns.map((turn, i) =>
    whyNotTurn(turn, arounds[i] as Around, howSeen(turn, by)),
  );
  const all = turns.flatMap((turn, i) => {
    const { burden } = arounds[i] as Around;
    return whyApprovalNeeded(rules, factsOf(turn, burden)) ?? [];
  });
  // Several turns may match the same rule.
  const matches = all.filter((one, i) => all.findIndex(({ id }) => id === one.id) === i);
  return { refusals, matches };
}

/** The first refusal, if there is one. */
export function firstOf({ refusals }: Judgement): Refused | null {
  return refusals.find((refusal) => refusal !== null) ?? null;
}

function howSeen({ person }: Turn, by: Actor | null) {
  if (person.id === by?.personId) return 'self';
  return by && decides(by) ? 'named' : 'hidden';
}

async function lookAround(read: Read, { person, gives, gets }: Turn): Promise<Around> {
  const span = { startsAt: gets.starts_at, endsAt: gets.ends_at };
  const [resource, organisation, load, clashes] = await Promise.all([
    getResource(read, gets.resource_id),
    getSettings(read),
    loadBurden(read, person.id, gets.date, [gives.id]),
    findClashes(read, [person.id], span, { kind: 'reservation', id: gives.id }),
  ]);
  if (!resource) throw new Error(`reservation ${gets.id} is of no resource`);
  const own = ownSettingsOf(resource);
  const burden = { ...burdenOn(load, gets.date, gets.resource_id), first: false };
  const clash = resource.occupies_person ? (clashes[0] ?? null) : null;
  return { clash, burden, limits: settingsFor(own, organisation), own };
}

/** What rules look at in each turn. */
export function factsOfTurns(read: Read, turns: readonly Turn[]): Promise<Facts[]> {
  return Promise.all(
    turns.map(async (turn) => factsOf(turn, (await lookAround(read, turn)).burden)),
  );
}

function factsOf({ person, gets }: Turn, burden: Around['burden']): Facts {
  const { minutes: request, cost, currency } = gets;
  return {
    date: gets.date,
    clock: wallStretches(gets.starts_at, gets.ends_at, gets.zone),
    resource: gets.resource_id,
    role: person.role,
    minutes: {
      request,
      day: burden.day + request,
      week: burden.week + request,
      month: burden.month + request,
    },
    // Who trades has one already.
    first: false,
    cost: cost !== null && currency !== null ? { amount: cost, currency } : null,
  };
}
