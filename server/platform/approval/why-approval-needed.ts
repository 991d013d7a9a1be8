import type {
  ApprovalReason,
  HourScope,
  RuleConditions,
} from '../../../contract/platform/approval.ts';
import type { Stretch } from './reached-window.ts';
import { costReason, hoursReason, windowReason } from './reasons.ts';

/** A rule as the engine reads it; rows of `approval_rule` are such. */
export type Rule = {
  id: string;
  name: string;
  /** Only what is asked for of this resource; null: of any. */
  resource_id: string | null;
  conditions: RuleConditions;
  is_active: boolean;
  /** Dates of what is asked for that it holds for, both included; null: without end. */
  effective_from: string | null;
  effective_until: string | null;
};

/** What is asked for, as rules look at it. */
export type Facts = {
  /** The date on which it begins. */
  date: string;
  /** What the clocks show while it lasts: see `wallStretches` of the timeline. */
  clock: readonly Stretch[];
  resource: string | null;
  /** Of who asks. */
  role: string;
  /** Their minutes with this request: of it alone, and of its day, week and month. */
  minutes: Readonly<Record<HourScope, number>>;
  /** They never had one of its kind. */
  first: boolean;
  cost: { amount: number; currency: string } | null;
};

/** A rule that asks for an approval, and why in a sentence. */
export type Match = ApprovalReason;

/** The rules by which an admin has to approve what is asked for; null when none has to. */
export function whyApprovalNeeded(rules: readonly Rule[], facts: Facts): Match[] | null {
  const matches = rules
    .filter((rule) => isInEffect(rule, facts))
    .flatMap((rule) => {
      const reasons = reasonsOf(rule.conditions, facts);
      if (!reasons) return [];
      const why = reasons.join(', ') || 'an admin decides on each';
      return [{ id: rule.id, name: rule.name, detail: `${rule.name}: ${why}.` }];
    });
  return matches.length > 0 ? matches : null;
}

function isInEffect(rule: Rule, { date, resource }: Facts): boolean {
  if (!rule.is_active) return false;
  if (rule.resource_id !== null && rule.resource_id !== resource) return false;
  if (rule.effective_from !== null && date < rule.effective_from) return false;
  return rule.effective_until === null || date <= rule.effective_until;
}

/** Why each condition holds that the rule names; null when one does not. */
function reasonsOf(conditions: RuleConditions, facts: Facts): string[] | null {
  const { window, roles, hours, first_booking: first, cost } = conditions;
  const named = [
    window && windowReason(window, facts.clock),
    roles && (roles.includes(facts.role) ? 'it is asked for in that role' : null),
    hours && hoursReason(hours, facts.minutes[hours.per]),
    first && (facts.first ? 'it is their first' : null),
    cost && costReason(cost, facts.cost),
  ].filter((reason) => reason !== undefined);
  const reasons = named.filter((reason) => reason !== null);
  return reasons.length === named.length ? reasons : null;
}
