import { findRules } from '../approvals/module.ts';
import { isUnconditional, tellMatches } from '../platform/approval/facts-asked.ts';
import { whyApprovalNeeded } from '../platform/approval/why-approval-needed.ts';
import { LostRace, Refusal, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import type { Span } from '../timeline/module.ts';
import { factsOfShifts } from './approval-facts.ts';
import { findPlace, type Place } from './find-place.ts';
import { whyNotDecide } from './shift.ts';
import type { ShiftRow } from './shift-row.ts';

/** The place that a request takes at once, or why it waits for an admin (empty where every one does). */
export type Settled = { place: Place } | { waits: string };

/**
 * Whether a pending request, locked with its period and person, needs an admin: by the rules, or since
 * a check of `approveShift` fails. Where neither, the place that it takes.
 */
export async function settleRequest(tx: Tx, row: ShiftRow, span: Span): Promise<Settled> {
  const rules = await findRules(tx, 'shift');
  // What most organisations have: every request waits, and nothing need be looked at.
  const active = rules.filter((rule) => rule.is_active);
  if (active.length > 0 && active.every(isUnconditional)) return { waits: '' };
  const [facts] = await factsOfShifts(tx, active, [row]);
  const matches = facts && whyApprovalNeeded(rules, facts);
  if (matches) return { waits: tellMatches(rules, matches) };
  try {
    refuseIf(whyNotDecide(row));
    return { place: await findPlace(tx, row, span) };
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof LostRace) throw error;
    return { waits: error.message };
  }
}
