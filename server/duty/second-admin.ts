import { findRules } from '../approvals/module.ts';
import { type Match, whyApprovalNeeded } from '../platform/approval/why-approval-needed.ts';
import type { Refused } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { wallStretches } from '../timeline/module.ts';
import type { DutyRow } from './duty-store.ts';

/** The rules by which a second admin has to approve that these are unlocked; none: nobody has to. */
export async function findUnlockRules(tx: ActorTx, duties: readonly DutyRow[]): Promise<Match[]> {
  const rules = await findRules(tx, 'unlock');
  if (rules.length === 0) return [];
  const all = duties.flatMap((row) => whyApprovalNeeded(rules, factsOf(tx, row)) ?? []);
  return all.filter((match, i) => all.findIndex(({ id }) => id === match.id) === i);
}

/** 409 where a rule asks for a second admin: the one who asks is not the one who unlocks. */
export async function whyNotAlone(
  tx: ActorTx,
  duties: readonly DutyRow[],
): Promise<Refused | null> {
  const matches = await findUnlockRules(tx, duties);
  if (matches.length === 0) return null;
  const why = matches.map(({ detail }) => detail).join(' ');
  return {
    code: 'needs_second_admin',
    detail: `${why} Ask for it as an unlock request; another admin approves it.`,
    facts: { approval_reasons: matches },
  };
}

/** An unlock as rules look at it: when the duty is and how long, and the role of who unlocks. */
function factsOf(tx: ActorTx, row: DutyRow) {
  const elapsed = Temporal.Instant.from(row.starts_at).until(row.ends_at);
  const request = Math.round(elapsed.total('minutes'));
  return {
    date: row.date,
    clock: wallStretches(row.starts_at, row.ends_at, row.zone),
    resource: null,
    role: tx.by.role,
    minutes: { request, day: request, week: request, month: request },
    first: false,
    cost: null,
  };
}
