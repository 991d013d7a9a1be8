import { deleteApprovalRule as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { deleteRule } from './change-rules.ts';
import { lockRule } from './rule-store.ts';

/** An admin deletes a rule; what it asked for once stays of record. */
export const deleteApprovalRule = action(route, async (tx, { params }) => {
  const rule = found(await lockRule(tx, params.id));
  await deleteRule(tx, rule);
  return { message: `The rule “${rule.name}” asks for nothing any more.` };
});
