import { readPrimeTime as route } from '../../contract/routes.ts';
import { getRule } from '../approvals/module.ts';
import { query } from '../platform/action.ts';
import { found } from '../platform/problem.ts';
import { primeTimesOf } from './prime-time.ts';

/** One prime time; other rules of approval are none. */
export const readPrimeTime = query(route, async (view, { params }) => {
  const rule = found(await getRule(view, params.id));
  return found(primeTimesOf([rule])[0]);
});
