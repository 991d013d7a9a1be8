import { sql } from 'kysely';
import { type FindPast, findRules } from '../approvals/module.ts';
import {
  type Facts,
  type Match,
  type Rule,
  whyApprovalNeeded,
} from '../platform/approval/why-approval-needed.ts';
import type { Read } from '../platform/scope.ts';
import { factsOfShifts } from '../rota/module.ts';
import { loadDeals } from './deal.ts';
import { selectOffers } from './offer-store.ts';
import { type Turn, turnsOf } from './swap.ts';

/**
 * For each swap in its order, the rules by which an admin has to approve it: those that ask for it of
 * one of its turns. Empty where none has to.
 */
export async function whySwapsWait(
  read: Read,
  swaps: readonly (readonly Turn[])[],
): Promise<Match[][]> {
  const rules = await findRules(read, 'swap');
  if (!rules.some((rule) => rule.is_active)) return swaps.map(() => []);
  const facts = await factsOfSwaps(read, rules, swaps);
  return facts.map((turns) => {
    const matches = turns.flatMap((turn) => whyApprovalNeeded(rules, turn) ?? []);
    // Both turns may match the same rule.
    return matches.filter((match, i) => matches.findIndex(({ id }) => id === match.id) === i);
  });
}

/** For each swap in its order, what rules look at in each of its turns. */
async function factsOfSwaps(
  read: Read,
  rules: readonly Rule[],
  swaps: readonly (readonly Turn[])[],
): Promise<Facts[][]> {
  const turns = swaps.flat().map(({ person, gets, gives }) => ({
    ...gets,
    ...{ person_id: person.id, gives: gives?.id ?? null },
  }));
  const facts = await factsOfShifts(read, rules, turns);
  return swaps.map((swap) => facts.splice(0, swap.length));
}

/** The last offers that someone took, whatever became of them. */
export const findPastSwaps: FindPast = async (view, rule, last) => {
  const offers = await selectOffers(view)
    .where('offer.taker_id', 'is not', null)
    .orderBy('offer.created_at', 'desc')
    .orderBy('offer.id', 'desc')
    .limit(sql.lit(last))
    .execute();
  const deals = await loadDeals(view, offers);
  const swaps = deals.map((deal) => (deal.taker ? turnsOf(deal, deal.taker) : []));
  const facts = await factsOfSwaps(view, [rule], swaps);
  return deals.map((deal, i) => ({
    id: deal.id,
    asked_at: deal.taken_at ?? deal.created_at,
    person_name: deal.taker?.full_name ?? '',
    what: `${deal.owner.full_name}, ${deal.shift.date} ${deal.shift.start_time.slice(0, 5)}–${deal.shift.end_time.slice(0, 5)}`,
    facts: facts[i] ?? [],
  }));
};
