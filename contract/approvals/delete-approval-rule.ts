import { route } from '../platform/route.ts';
import { ById, Message } from '../platform/values.ts';

export const deleteApprovalRule = route({
  name: 'deleteApprovalRule',
  module: 'approvals',
  method: 'DELETE',
  path: '/approval-rules/:id',
  summary: 'Delete a rule; what is asked already stays as it is',
  access: 'approval_rule.change',
  params: ById,
  status: 200,
  answer: Message,
  refusals: {},
});
