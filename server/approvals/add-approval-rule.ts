import { addApprovalRule as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { violates } from '../platform/postgres-error.ts';
import { invalid, refuseIf } from '../platform/problem.ts';
import { makeRule } from './change-rules.ts';
import { checkRoles } from './check-roles.ts';
import { presentRule } from './present-rule.ts';
import { whyNoResource } from './rule.ts';

/** An admin makes a rule: from now on they have to approve what it asks for. */
export const addApprovalRule = action(route, async (tx, { body }) => {
  await checkRoles(tx, body.conditions);
  const { resource = null, ...rule } = body;
  refuseIf(whyNoResource(rule.subject, resource));
  return presentRule(await makeRule(tx, { ...rule, resource_id: resource }).catch(throwUnknown));
});

function throwUnknown(error: unknown): never {
  if (!violates(error, 'approval_rule_resource')) throw error;
  throw invalid({ resource: ['There is no such resource.'] });
}
