import { type Static, Type } from 'typebox';
import { Body, Id, WallTime } from './values.ts';

/** What rules can ask an admin's approval for. */
export const approvalSubjects = ['reservation', 'shift', 'swap', 'unlock', 'trade'] as const;
export const ApprovalSubject = Type.Enum(approvalSubjects);
export type ApprovalSubject = (typeof approvalSubjects)[number];

/** Whose hours are counted: of what is asked for alone, or all of that person's on its day, week, month. */
export const hourScopes = ['request', 'day', 'week', 'month'] as const;
export type HourScope = (typeof hourScopes)[number];

/** A span of some weekdays by the clock, over midnight when it does not end after it begins. */
export const RuleWindow = Body({
  weekdays: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
    description: 'On which it begins; 0 is Monday',
  }),
  start_time: WallTime,
  end_time: WallTime,
});
export type RuleWindow = Static<typeof RuleWindow>;

/**
 * When a rule asks for an approval: all that it names must hold; one that names nothing always
 * holds. `version` is of this shape: what is stored says by which one it is to be read.
 */
export const RuleConditions = Body({
  version: Type.Optional(Type.Literal(1)),
  window: Type.Optional(RuleWindow),
  roles: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      minItems: 1,
      maxItems: 60,
      uniqueItems: true,
      description: 'Who asks has one of them',
    }),
  ),
  hours: Type.Optional(
    Body({
      over_minutes: Type.Integer({ minimum: 0, maximum: 44_640 }),
      per: Type.Enum([...hourScopes]),
    }),
  ),
  first_booking: Type.Optional(
    Type.Literal(true, { description: 'Who asks never had one of its kind' }),
  ),
  cost: Type.Optional(
    Body({
      over: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'In minor units' }),
      currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'Currency, three letters' }),
    }),
  ),
});
export type RuleConditions = Static<typeof RuleConditions>;

/** A rule that asks for an approval, and why in a sentence. */
export const ApprovalReason = Type.Object({
  id: Id,
  name: Type.String(),
  detail: Type.String(),
});
export type ApprovalReason = Static<typeof ApprovalReason>;
