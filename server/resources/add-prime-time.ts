import { addPrimeTime as route } from '../../contract/routes.ts';
import { makeRule } from '../approvals/module.ts';
import { action } from '../platform/action.ts';
import { invalid, refuseIf } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { presentPrimeTime, primeTimeName, whyEmpty } from './prime-time.ts';
import { getResource } from './resource-store.ts';

/** An admin adds a time of the week in which an admin decides: a rule of approval. */
export const addPrimeTime = action(route, async (tx, { body }) => {
  const { weekday, start_time, end_time, is_active, resource = null } = body;
  const window = { weekdays: [weekday], start_time, end_time };
  refuseIf(whyEmpty(window));
  await checkResource(tx, resource);

  const kind = { subject: 'reservation', name: primeTimeName } as const;
  const rule = await makeRule(tx, {
    ...kind,
    ...{ resource_id: resource, conditions: { window }, is_active },
  });
  return presentPrimeTime(rule, rule.conditions.window ?? window);
});

async function checkResource(read: Read, id: string | null): Promise<void> {
  if (id === null || (await getResource(read, id))) return;
  throw invalid({ resource: ['There is no such resource.'] });
}
