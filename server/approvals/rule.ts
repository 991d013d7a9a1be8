import { isBuiltIn } from '../../contract/identity/permissions.ts';
import type { ApprovalSubject, RuleConditions } from '../../contract/platform/approval.ts';
import type { Refused } from '../platform/problem.ts';

/** A rule is in effect on one date at least. */
export function whyBackwards(rule: {
  effective_from: string | null;
  effective_until: string | null;
}): Refused | null {
  const { effective_from: from, effective_until: until } = rule;
  if (from === null || until === null || from <= until) return null;
  return whyInvalid('effective_until', `Must not be before ${from}, the date it begins on.`);
}

/** Roles that a rule names are built-in ones, or the organisation's own (their ids). */
export function whyNoRole(conditions: RuleConditions, own: readonly string[]): Refused | null {
  const unknown = conditions.roles?.find((role) => !isBuiltIn(role) && !own.includes(role));
  return unknown === undefined
    ? null
    : whyInvalid('conditions.roles', `There is no role ${unknown}.`);
}

/** Only reservations and trades are of a resource. */
export function whyNoResource(subject: ApprovalSubject, resource: string | null): Refused | null {
  if (resource === null || subject === 'reservation' || subject === 'trade') return null;
  return whyInvalid('resource', 'Only rules of reservations and trades are about a resource.');
}

const most = 200;

/** An organisation has at most 200 rules: every request reads those of its subject. */
export function whyTooManyRules(count: number): Refused | null {
  if (count < most) return null;
  return {
    code: 'too_many_rules',
    detail: `There are ${most} rules already; delete one that is not needed any more.`,
  };
}

function whyInvalid(field: string, sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}
