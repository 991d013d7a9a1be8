import { Type } from 'typebox';
import { ApprovalSubject, RuleConditions } from '../platform/approval.ts';
import { route } from '../platform/route.ts';
import { Body, Id, Instant, Nullable } from '../platform/values.ts';

export const replayApprovalRule = route({
  name: 'replayApprovalRule',
  module: 'approvals',
  method: 'POST',
  path: '/approval-rules/replay',
  summary: 'Which of the last requests a rule would have asked an admin for; nothing is written',
  access: 'approval_rule.change',
  body: Body({
    subject: ApprovalSubject,
    conditions: RuleConditions,
    resource: Type.Optional(
      Nullable(Type.String({ ...Id, description: 'Only of this one: of reservations and trades' })),
    ),
    last: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  }),
  status: 200,
  answer: Type.Object({
    looked_at: Type.Integer(),
    would_need: Type.Array(
      Type.Object({
        id: Id,
        asked_at: Instant,
        person_name: Type.String(),
        what: Type.String(),
        detail: Type.String({ description: 'Why, in a sentence' }),
      }),
    ),
  }),
  refusals: {},
});
