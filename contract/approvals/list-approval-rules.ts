import { Type } from 'typebox';
import { ApprovalSubject } from '../platform/approval.ts';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { ApprovalRule } from './approval-rule.ts';

export const listApprovalRules = route({
  name: 'listApprovalRules',
  module: 'approvals',
  method: 'GET',
  path: '/approval-rules',
  summary: 'When an admin has to approve: all rules, or those of one subject',
  access: 'approval_rule.change',
  query: Body({ subject: Type.Optional(ApprovalSubject) }),
  status: 200,
  answer: Type.Array(ApprovalRule),
  refusals: {},
});
