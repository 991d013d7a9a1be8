import { Type } from 'typebox';
import { ApprovalReason, ApprovalSubject } from '../platform/approval.ts';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, WallTime } from '../platform/values.ts';
import { ruleFields } from './approval-rule.ts';

const minutesMax = 44_640;
const Minutes = Type.Optional(Type.Integer({ minimum: 0, maximum: minutesMax }));

export const previewApproval = route({
  name: 'previewApproval',
  module: 'approvals',
  method: 'POST',
  path: '/approval-rules/preview',
  summary:
    'What the rules would say of something asked for, with a rule as it would be; nothing is written',
  access: 'approval_rule.change',
  body: Body({
    subject: ApprovalSubject,
    date: CalendarDate,
    start_time: WallTime,
    end_time: WallTime,
    role: Type.Optional(
      Type.String({ minLength: 1, maxLength: 60, description: 'Of who asks; else a member' }),
    ),
    first: Type.Optional(Type.Boolean({ description: 'They never had one' })),
    day_minutes: Minutes,
    week_minutes: Minutes,
    month_minutes: Minutes,
    cost: Type.Optional(
      Body({
        amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
        currency: Type.String({ pattern: '^[A-Z]{3}$' }),
      }),
    ),
    rule: Type.Optional(
      Body({
        ...ruleFields,
        id: Type.Optional(
          Type.String({ ...Id, description: 'The rule that it would be instead of' }),
        ),
      }),
    ),
  }),
  status: 200,
  answer: Type.Object({
    reasons: Type.Array(ApprovalReason, { description: 'Empty: no admin has to decide' }),
    by_rule: Type.Boolean({ description: 'The rule that came along is among them' }),
  }),
  refusals: {},
});
