import { newId } from '../platform/id.ts';
import { invalid } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { holdDutyTypes, selectDutyTypes } from './duty-type-store.ts';
import { recordRoster } from './roster-event.ts';
import { insertRoster, type RosterFields, setDutyTypes } from './roster-store.ts';

/** Writes a roster with its duties and its journal entry; returns its id. The dates have been checked. */
export async function makeRoster(
  tx: Tx,
  fields: RosterFields,
  dutyTypeIds: readonly string[],
): Promise<string> {
  const id = newId();
  await insertRoster(tx, id, fields);
  await setDutyTypes(tx, id, dutyTypeIds);
  await recordRoster(tx, 'roster.created', { id, ...fields }, { duty_types: dutyTypeIds });
  return id;
}

/** The duties that a call names, each there and held as it is; 400 on `duty_types` otherwise. */
export async function namedDutyTypes(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const there = await holdDutyTypes(tx, ids);
  if (there.length === ids.length) return ids;
  throw invalid({ duty_types: ['There is no such duty.'] });
}

/** All duties that are done, as a roster has them when none are named. */
export async function activeDutyTypes(tx: Tx): Promise<readonly string[]> {
  const rows = await selectDutyTypes(tx)
    .where('active', '=', true)
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .forShare()
    .execute();
  return rows.map(({ id }) => id);
}

const most = 50;
