import { Type } from 'typebox';
import { ApprovalSubject } from '../platform/approval.ts';
import { route } from '../platform/route.ts';
import { Body, Id, Nullable } from '../platform/values.ts';
import { ApprovalRule, ruleFields } from './approval-rule.ts';

export const addApprovalRule = route({
  name: 'addApprovalRule',
  module: 'approvals',
  method: 'POST',
  path: '/approval-rules',
  summary: 'One more rule by which an admin has to approve; what is asked already stays as it is',
  access: 'approval_rule.change',
  body: Body({
    subject: ApprovalSubject,
    resource: Type.Optional(
      Nullable(Type.String({ ...Id, description: 'Only of this one: of reservations and trades' })),
    ),
    ...ruleFields,
  }),
  status: 201,
  answer: ApprovalRule,
  refusals: { too_many_rules: 'An organisation has at most 200 rules.' },
});
