import type { Cost } from '../../contract/booking/reservation.ts';
import type { ApprovalReason } from '../../contract/platform/approval.ts';
import {
  type Match,
  type Rule,
  whyApprovalNeeded,
} from '../platform/approval/why-approval-needed.ts';
import { primeWindowOf, type Ruled } from '../resources/module.ts';
import { type Span, wallStretches } from '../timeline/module.ts';
import type { Burden } from './burden.ts';

/** A rule about reservations, prime time or other. */
export type BookingRule = Rule & Ruled;

/** Whether an admin decides on a reservation, and by which rules. */
export type Approval = { isPrimetime: boolean; reasons: ApprovalReason[] };

/** What a reservation is asked for with, as the rules look at it. */
export type Asked = {
  span: Span;
  resourceId: string;
  role: string;
  burden: Burden;
  cost: Cost | null;
};

/** Asks the one engine whether an admin has to approve. */
export function approvalOf(rules: readonly BookingRule[], asked: Asked): Approval {
  const { span, resourceId: resource, role, burden, cost } = asked;
  const { minutes } = span;
  const matches = whyApprovalNeeded(rules, {
    ...{ date: span.date, resource, role, cost, first: burden.first },
    clock: wallStretches(span.startsAt, span.endsAt, span.zone),
    minutes: {
      request: minutes,
      day: burden.day + minutes,
      week: burden.week + minutes,
      month: burden.month + minutes,
    },
  });
  return { isPrimetime: isPrimetime(rules, matches ?? []), reasons: matches ?? [] };
}

function isPrimetime(rules: readonly BookingRule[], matches: readonly Match[]): boolean {
  const prime = new Set(rules.filter((rule) => primeWindowOf(rule)).map(({ id }) => id));
  return matches.some(({ id }) => prime.has(id));
}
