import { type Static, Type } from 'typebox';
import { ApprovalSubject, RuleConditions } from '../platform/approval.ts';
import { CalendarDate, Id, Line, Nullable } from '../platform/values.ts';

/** A rule: an admin has to approve what it asks for, of things whose date it is in effect on. */
export const ApprovalRule = Type.Object({
  id: Id,
  subject: ApprovalSubject,
  resource: Nullable(Id),
  name: Type.String(),
  conditions: RuleConditions,
  is_active: Type.Boolean(),
  effective_from: Nullable(CalendarDate),
  effective_until: Nullable(CalendarDate),
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
});
export type ApprovalRule = Static<typeof ApprovalRule>;

/** What an admin says of a rule; what is not said when one is made is without limit, and active. */
export const ruleFields = {
  name: Line(60),
  conditions: RuleConditions,
  is_active: Type.Optional(Type.Boolean()),
  effective_from: Type.Optional(Nullable(CalendarDate)),
  effective_until: Type.Optional(Nullable(CalendarDate)),
};
