import { readApprovalRule as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { presentRule } from './present-rule.ts';
import { getRule } from './rule-store.ts';

/** One rule. */
export const readApprovalRule = query(route, async (view, { params }) =>
  presentRule(found(await getRule(view, params.id))),
);
