import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { ApprovalRule } from './approval-rule.ts';

export const readApprovalRule = route({
  name: 'readApprovalRule',
  module: 'approvals',
  method: 'GET',
  path: '/approval-rules/:id',
  summary: 'One rule',
  access: 'approval_rule.change',
  params: ById,
  status: 200,
  answer: ApprovalRule,
  refusals: {},
});
