import { editPrimeTime as route } from '../../contract/routes.ts';
import { changeRule, lockRule } from '../approvals/module.ts';
import { action } from '../platform/action.ts';
import { found, notFound, Refusal, refuseIf } from '../platform/problem.ts';
import { presentPrimeTime, primeWindowOf, whyEmpty } from './prime-time.ts';

/** An admin changes a prime time; what was booked before stays as it is. */
export const editPrimeTime = action(route, async (tx, { params, body, facts }) => {
  const rule = found(await lockRule(tx, params.id));
  const before = primeWindowOf(rule);
  if (!before) throw notFound();
  if (facts.ifMatch !== null && facts.ifMatch !== rule.version) throw stale(rule.version);
  const window = {
    weekdays: body.weekday === undefined ? before.weekdays : [body.weekday],
    start_time: body.start_time ?? before.start_time,
    end_time: body.end_time ?? before.end_time,
  };
  refuseIf(whyEmpty(window));

  const change = { conditions: { window }, is_active: body.is_active };
  const row = await changeRule(tx, rule, change);
  return presentPrimeTime(row, row.conditions.window ?? window);
});

function stale(version: number): Refusal {
  const sentence = 'Someone changed this prime time meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
