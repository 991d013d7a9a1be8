import './tables.ts';
import type { ApprovalSubject } from '../../contract/platform/approval.ts';
import type { Module } from '../platform/module.ts';
import { addApprovalRule } from './add-approval-rule.ts';
import { deleteApprovalRule } from './delete-approval-rule.ts';
import { editApprovalRule } from './edit-approval-rule.ts';
import { listApprovalRules } from './list-approval-rules.ts';
import { liveRules } from './live-rules.ts';
import { previewApproval } from './preview-approval.ts';
import { readApprovalRule } from './read-approval-rule.ts';
import { type FindPast, replayApprovalRule } from './replay-approval-rule.ts';

export { changeRule, deleteRule, makeRule } from './change-rules.ts';
export { needsEvery, setNeedsEvery } from './every.ts';
export { foundRules } from './found-rules.ts';
export type { FindPast, Past } from './replay-approval-rule.ts';
export { findRules, getRule, lockRule } from './rule-store.ts';

/**
 * When an admin has to approve: rules as data, read by every system through `findRules`. `past` is how
 * each finds what was asked for lately.
 */
export function approvalsModule(past: Readonly<Record<ApprovalSubject, FindPast>>): Module {
  return {
    name: 'approvals',
    endpoints: [
      ...[listApprovalRules, addApprovalRule, readApprovalRule, editApprovalRule],
      ...[deleteApprovalRule, previewApproval, replayApprovalRule(past)],
    ],
    live: liveRules,
  };
}
