import type { ApprovalRule } from '../../../../contract/approvals/approval-rule.ts';
import type {
  ApprovalSubject,
  HourScope,
  RuleConditions,
} from '../../../../contract/platform/approval.ts';
import { showTime } from '../../lib/format.ts';

export const conditionNames = ['window', 'roles', 'hours', 'first', 'cost'] as const;
export type ConditionName = (typeof conditionNames)[number];

/** A rule while it is put together: what its conditions would say, and which of them count. */
export type Wish = {
  subject: ApprovalSubject;
  name: string;
  effective_from: string;
  effective_until: string;
  named: readonly ConditionName[];
  weekdays: readonly number[];
  start_time: string;
  end_time: string;
  roles: readonly string[];
  hours: number;
  per: HourScope;
  cost: number;
  currency: string;
};

export function wishOf(rule: ApprovalRule | undefined): Wish {
  const { window, roles, hours, first_booking, cost } = rule?.conditions ?? {};
  const named = { window, roles, hours, first: first_booking, cost };
  return {
    subject: rule?.subject ?? 'reservation',
    name: rule?.name ?? '',
    effective_from: rule?.effective_from ?? '',
    effective_until: rule?.effective_until ?? '',
    named: conditionNames.filter((name) => named[name] !== undefined),
    weekdays: window?.weekdays ?? [],
    start_time: window ? showTime(window.start_time) : '18:00',
    end_time: window ? showTime(window.end_time) : '21:00',
    roles: roles ?? [],
    hours: (hours?.over_minutes ?? 120) / 60,
    per: hours?.per ?? 'request',
    cost: (cost?.over ?? 5000) / 100,
    currency: cost?.currency ?? 'EUR',
  };
}

/** The conditions as they are stored; one that is not filled in yet does not count. */
export function conditionsOf(wish: Wish): RuleConditions {
  const has = (name: ConditionName) => wish.named.includes(name);
  const { weekdays, start_time, end_time, roles, hours, per, cost, currency } = wish;
  return {
    version: 1,
    ...(has('window') && weekdays.length > 0 && start_time && end_time
      ? { window: { weekdays: weekdays.toSorted(), start_time, end_time } }
      : {}),
    ...(has('roles') && roles.length > 0 ? { roles: [...roles] } : {}),
    ...(has('hours') ? { hours: { over_minutes: Math.round(hours * 60), per } } : {}),
    ...(has('first') ? { first_booking: true as const } : {}),
    ...(has('cost') && /^[A-Z]{3}$/.test(currency)
      ? { cost: { over: Math.round(cost * 100), currency } }
      : {}),
  };
}
