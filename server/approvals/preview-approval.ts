import type { Input } from '../../contract/platform/route.ts';
import { previewApproval as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import {
  type Facts,
  type Rule,
  whyApprovalNeeded,
} from '../platform/approval/why-approval-needed.ts';
import { newId } from '../platform/id.ts';
import type { View } from '../platform/scope.ts';
import { spanOf, wallStretches } from '../timeline/module.ts';
import { findRules } from './rule-store.ts';

type Asked = Input<typeof route>['body'];

/** Says what the rules of a subject, with one as it would be, say of something that is asked for. */
export const previewApproval = query(route, async (view, { body }) => {
  const draft = body.rule && draftOf(body.rule);
  const stored = await findRules(view, body.subject);
  const rules = [...stored.filter(({ id }) => id !== draft?.id), ...(draft ? [draft] : [])];
  const reasons = whyApprovalNeeded(rules, factsOf(view, body)) ?? [];
  return { reasons, by_rule: reasons.some(({ id }) => id === draft?.id) };
});

function draftOf(rule: NonNullable<Asked['rule']>): Rule {
  return {
    id: rule.id ?? newId(),
    name: rule.name,
    resource_id: null,
    conditions: rule.conditions,
    is_active: rule.is_active ?? true,
    effective_from: rule.effective_from ?? null,
    effective_until: rule.effective_until ?? null,
  };
}

function factsOf({ tenant }: View, asked: Asked): Facts {
  const { date, start_time: startTime, end_time: endTime } = asked;
  const overnight = endTime.slice(0, 5) <= startTime.slice(0, 5);
  const span = spanOf({ date, startTime, endTime, overnight }, tenant.timeZone);
  const request = span.minutes;
  return {
    date,
    clock: wallStretches(span.startsAt, span.endsAt, tenant.timeZone),
    resource: null,
    role: asked.role ?? 'member',
    minutes: {
      request,
      day: request + (asked.day_minutes ?? 0),
      week: request + (asked.week_minutes ?? 0),
      month: request + (asked.month_minutes ?? 0),
    },
    first: asked.first ?? false,
    cost: asked.cost ?? null,
  };
}
