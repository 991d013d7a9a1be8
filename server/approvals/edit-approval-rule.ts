import { editApprovalRule as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, Refusal } from '../platform/problem.ts';
import { changeRule } from './change-rules.ts';
import { checkRoles } from './check-roles.ts';
import { presentRule } from './present-rule.ts';
import { lockRule } from './rule-store.ts';

/** An admin changes a rule, or switches it off and on. */
export const editApprovalRule = action(route, async (tx, { params, body, facts }) => {
  const rule = found(await lockRule(tx, params.id));
  if (facts.ifMatch !== null && facts.ifMatch !== rule.version) throw stale(rule.version);
  await checkRoles(tx, body.conditions);
  return presentRule(await changeRule(tx, rule, body));
});

function stale(version: number): Refusal {
  const sentence = 'Someone changed this rule meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
