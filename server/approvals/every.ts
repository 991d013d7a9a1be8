import { isUnconditional } from '../platform/approval/facts-asked.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { changeRule, makeRule } from './change-rules.ts';
import { findRules, selectRules } from './rule-store.ts';

type Subject = 'shift' | 'swap';
const names: Record<Subject, string> = { shift: 'Every request', swap: 'Every swap' };

/** Whether an admin has to approve everything of a subject: by an active rule without conditions. */
export async function needsEvery(read: Read, subject: Subject): Promise<boolean> {
  const rules = await findRules(read, subject);
  return rules.some((rule) => rule.is_active && isUnconditional(rule));
}

/** Switches the rules without conditions of a subject on or off; makes one where there is none. */
export async function setNeedsEvery(tx: Tx, subject: Subject, needed: boolean): Promise<void> {
  const rules = await selectRules(tx).where('subject', '=', subject).forNoKeyUpdate().execute();
  const standing = rules.filter(isUnconditional);
  if (needed && standing.length === 0) {
    await makeRule(tx, { subject, name: names[subject], conditions: {} });
  }
  for (const rule of standing) await changeRule(tx, rule, { is_active: needed });
}
