import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById } from '../platform/values.ts';
import { ApprovalRule, ruleFields } from './approval-rule.ts';

export const editApprovalRule = route({
  name: 'editApprovalRule',
  module: 'approvals',
  method: 'PATCH',
  path: '/approval-rules/:id',
  summary: 'Change a rule; what is asked already stays as it is',
  access: 'approval_rule.change',
  params: ById,
  body: Body({
    ...ruleFields,
    name: Type.Optional(ruleFields.name),
    conditions: Type.Optional(ruleFields.conditions),
  }),
  status: 200,
  answer: ApprovalRule,
  refusals: { version_stale: 'Someone changed it meanwhile (412); read it again.' },
});
