import type { RuleConditions } from '../../contract/platform/approval.ts';
import { selectOwnRoles } from '../identity/module.ts';
import { refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { whyNoRole } from './rule.ts';

/** 400 when conditions name a role that the organisation does not have. */
export async function checkRoles(tx: Tx, conditions: RuleConditions | undefined): Promise<void> {
  if (!conditions?.roles) return;
  const own = await selectOwnRoles(tx).execute();
  refuseIf(
    whyNoRole(
      conditions,
      own.map(({ id }) => id),
    ),
  );
}
