import { activatePerson as route } from '../../contract/routes.ts';
import { updateMembership } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { refuseIf } from '../platform/problem.ts';
import { lockPersonRow, personOf } from './lock-person-row.ts';
import { whyNotActivate } from './person-rules.ts';
import { presentDetails } from './present-details.ts';

/** Lets someone in again, in the role they had; the sessions that ended stay ended. */
export const activatePerson = action(route, async (tx, { params }) => {
  const person = await lockPersonRow(tx, params.id);
  refuseIf(whyNotActivate(tx.by, person));
  await updateMembership(tx, person.id, { active: true });
  await record(tx, 'person.activated', person.id, { full_name: person.full_name });
  return presentDetails(await personOf(tx, person.id), tx.by);
});
