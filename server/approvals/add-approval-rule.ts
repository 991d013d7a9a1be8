import { addApprovalRule as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { makeRule } from './change-rules.ts';
import { checkRoles } from './check-roles.ts';
import { presentRule } from './present-rule.ts';

/** An admin makes a rule: from now on they have to approve what it asks for. */
export const addApprovalRule = action(route, async (tx, { body }) => {
  await checkRoles(tx, body.conditions);
  return presentRule(await makeRule(tx, body));
});
