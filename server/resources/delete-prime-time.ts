import { deletePrimeTime as route } from '../../contract/routes.ts';
import { deleteRule, lockRule } from '../approvals/module.ts';
import { action } from '../platform/action.ts';
import { found, notFound } from '../platform/problem.ts';
import { primeWindowOf } from './prime-time.ts';

/** An admin deletes a prime time: what is asked for then needs no approval by it. */
export const deletePrimeTime = action(route, async (tx, { params }) => {
  const rule = found(await lockRule(tx, params.id));
  if (!primeWindowOf(rule)) throw notFound();
  await deleteRule(tx, rule);
  return null;
});
