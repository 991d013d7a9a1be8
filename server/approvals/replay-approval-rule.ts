import type { ApprovalSubject } from '../../contract/platform/approval.ts';
import { replayApprovalRule as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import {
  type Facts,
  type Rule,
  whyApprovalNeeded,
} from '../platform/approval/why-approval-needed.ts';
import { newId } from '../platform/id.ts';
import { refuseIf } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import { whyNoResource } from './rule.ts';

/** Something that was asked for, as rules look at it; a swap or trade has facts for each turn of it. */
export type Past = {
  id: string;
  asked_at: string;
  person_name: string;
  what: string;
  facts: readonly Facts[];
};

/** Finds the last requests of a subject, newest first, with the facts that the rule looks at as they were. */
export type FindPast = (view: View, rule: Rule, last: number) => Promise<Past[]>;

/** Says which of the last requests of a subject a rule would have asked an admin for. */
export const replayApprovalRule = (past: Readonly<Record<ApprovalSubject, FindPast>>) =>
  query(route, async (view, { body }) => {
    const { subject, conditions, resource = null, last = 50 } = body;
    refuseIf(whyNoResource(subject, resource));
    const rule: Rule = {
      ...{ id: newId(), name: 'This rule', resource_id: resource, conditions, is_active: true },
      ...{ effective_from: null, effective_until: null },
    };
    const requests = await past[subject](view, rule, last);
    const needed = requests.flatMap(({ facts, ...request }) => {
      const [match] = facts.flatMap((one) => whyApprovalNeeded([rule], one) ?? []);
      return match ? [{ ...request, detail: match.detail }] : [];
    });
    return { looked_at: requests.length, would_need: needed };
  });
