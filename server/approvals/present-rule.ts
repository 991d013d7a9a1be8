import type { ApprovalRule } from '../../contract/approvals/approval-rule.ts';
import type { RuleRow } from './rule-store.ts';

/** A rule as the contract has it; also what the journal keeps of one. */
export function presentRule({ resource_id: resource, ...rule }: RuleRow): ApprovalRule {
  return { ...rule, resource };
}
