import { listApprovalRules as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { presentRule } from './present-rule.ts';
import { selectRules } from './rule-store.ts';

/** All rules, or those of a subject. */
export const listApprovalRules = query(route, async (view, { query }) => {
  const all = selectRules(view);
  const asked = query.subject ? all.where('subject', '=', query.subject) : all;
  return (await asked.execute()).map(presentRule);
});
