import { findRules } from '../approvals/module.ts';
import { type Match, whyApprovalNeeded } from '../platform/approval/why-approval-needed.ts';
import type { Read } from '../platform/scope.ts';
import { factsOfShifts } from '../rota/module.ts';
import type { Turn } from './swap.ts';

/**
 * For each swap in its order, the rules by which an admin has to approve it: those that ask for it of
 * one of its turns. Empty where none has to.
 */
export async function whySwapsWait(
  read: Read,
  swaps: readonly (readonly Turn[])[],
): Promise<Match[][]> {
  const rules = await findRules(read, 'swap');
  const turns = swaps.flat();
  if (!rules.some((rule) => rule.is_active)) return swaps.map(() => []);
  const facts = await factsOfShifts(
    read,
    rules,
    turns.map(({ person, gets, gives }) => ({
      ...gets,
      person_id: person.id,
      gives: gives?.id ?? null,
    })),
  );
  const factsOf = new Map(turns.map((turn, i) => [turn, facts[i]]));
  return swaps.map((swap) => {
    const matches = swap.flatMap((turn) => {
      const known = factsOf.get(turn);
      return (known && whyApprovalNeeded(rules, known)) ?? [];
    });
    // Both turns may match the same rule.
    return matches.filter((match, i) => matches.findIndex(({ id }) => id === match.id) === i);
  });
}
