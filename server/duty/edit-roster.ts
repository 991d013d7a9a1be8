import { editRoster as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { findStandingIn } from './duty-store.ts';
import { namedDutyTypes } from './make-roster.ts';
import { presentRoster } from './present-roster.ts';
import { whyNoDates, whyShrinks } from './roster.ts';
import { recordRoster } from './roster-event.ts';
import {
  findDutyTypesOf,
  getRoster,
  type LockedRoster,
  lockRoster,
  setDutyTypes,
  updateRoster,
} from './roster-store.ts';
import { refuseStale } from './stale.ts';

/** An admin changes a roster, unless people would lose duties by it; a change of nothing is no event. */
export const editRoster = action(route, async (tx, { params, body, facts }) => {
  const before = found(await lockRoster(tx, params.id));
  refuseStale(before, facts.ifMatch, 'roster');
  const { duty_types: named, ...change } = body;
  const after = { ...before, ...change };
  refuseIf(whyNoDates(after));
  const dutyTypes = { before: await dutyTypesOf(tx, before.id), after: named };
  const later = named ? await changedDutyTypes(tx, dutyTypes.before, named) : dutyTypes.before;
  const changes = changesOf(before, after, dutyTypes.before, later);

  if (Object.keys(changes).length > 0) {
    refuseIf(whyShrinks(await findStandingIn(tx, before.id), after, later));
    const { name, start_date, end_date, second_calendar } = after;
    await updateRoster(tx, before, { name, start_date, end_date, second_calendar });
    if (changes.duty_types) await setDutyTypes(tx, before.id, later);
    await recordRoster(tx, 'roster.updated', after, { changes });
  }
  return presentRoster(tx, found(await getRoster(tx, before.id)));
});

async function dutyTypesOf(tx: Tx, rosterId: string): Promise<readonly string[]> {
  return (await findDutyTypesOf(tx, [rosterId])).map(({ id }) => id);
}

// Duties that it had already are there; only those that come in are looked up and held.
async function changedDutyTypes(tx: Tx, had: readonly string[], named: readonly string[]) {
  await namedDutyTypes(
    tx,
    named.filter((id) => !had.includes(id)),
  );
  return named;
}

/** Which fields changed, before and after. */
function changesOf(
  before: LockedRoster,
  after: LockedRoster,
  had: readonly string[],
  has: readonly string[],
): Record<string, { before: unknown; after: unknown }> {
  const fields = ['name', 'start_date', 'end_date', 'second_calendar'] as const;
  const changed = fields.filter((field) => before[field] !== after[field]);
  return {
    ...Object.fromEntries(
      changed.map((field) => [field, { before: before[field], after: after[field] }]),
    ),
    ...(had.join() !== has.join() && { duty_types: { before: had, after: has } }),
  };
}
