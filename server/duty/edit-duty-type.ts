import { editDutyType as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, Refusal, refuseIf } from '../platform/problem.ts';
import { throwExists } from './create-duty-type.ts';
import { findStandingAhead } from './duty-store.ts';
import { changedTime, whyInUse } from './duty-type.ts';
import { recordDutyType } from './duty-type-event.ts';
import { type DutyTypeFields, lockDutyType, updateDutyType } from './duty-type-store.ts';
import { presentDutyType } from './present-duty-type.ts';
import { refuseStale } from './stale.ts';

/** An admin changes a duty type; its time and people only as far as nobody assigned ahead loses by it. */
export const editDutyType = action(route, async (tx, { params, body, facts }) => {
  const before = found(await lockDutyType(tx, params.id));
  refuseStale(before, facts.ifMatch, 'duty');
  const time = changedTime(before, body);
  if ('code' in time) throw new Refusal(400, time.code, time.detail, time.facts);
  const { name, people, colour, position, active } = { ...before, ...body };
  const after: DutyTypeFields = { name, ...time, people, colour, position, active };
  const changes = changesOf(before, after);
  if (Object.keys(changes).length === 0) return presentDutyType(before, tx.by);

  refuseIf(whyInUse(before, after, await findStandingAhead(tx, before.id)));
  const row = await updateDutyType(tx, before, after).catch(throwExists);
  await recordDutyType(tx, 'duty_type.updated', row, { changes });
  return presentDutyType(row, tx.by);
});

function changesOf(before: DutyTypeFields, after: DutyTypeFields) {
  const fields = Object.keys(after) as (keyof DutyTypeFields)[];
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
