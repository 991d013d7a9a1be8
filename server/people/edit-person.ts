import type { Input } from '../../contract/platform/route.ts';
import { editPerson as route } from '../../contract/routes.ts';
import {
  changePerson,
  changesOf,
  limitsOf,
  type PersonChange,
  type PersonRow,
  permissionsToGive,
  phoneChange,
  updateMembership,
  whyAboveOwn,
} from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import { lockPersonRow, personOf } from './lock-person-row.ts';
import { whyNotEdit } from './person-rules.ts';
import { presentDetails } from './present-details.ts';

/** An admin changes someone's name, phone number, role or limits. */
export const editPerson = action(route, async (tx, { params, body, facts }) => {
  const person = await lockPersonRow(tx, params.id);
  if (facts.ifMatch !== null && facts.ifMatch !== person.version) throw stale(person);
  refuseIf(whyNotEdit(tx.by, person));
  const { role = person.role } = body;
  if (role !== person.role) refuseIf(whyAboveOwn(tx.by, await permissionsToGive(tx, role)));

  const change = changeOf(person, body);
  const changes = {
    ...changesOf(person, change),
    ...(role !== person.role && { role: [person.role, role] }),
  };
  if (Object.keys(changes).length === 0) return presentDetails(person, tx.by);
  await changePerson(tx, person.id, change);
  if (role !== person.role) await updateMembership(tx, person.id, { role });
  await record(tx, 'person.updated', person.id, { full_name: person.full_name, changes });
  return presentDetails(await personOf(tx, person.id), tx.by);
});

function changeOf(person: PersonRow, body: Input<typeof route>['body']): PersonChange {
  const { first_name, last_name, weekly_hours_limit, daily_hours_limit, rest_hours_min } = body;
  return {
    ...(first_name !== undefined && { first_name }),
    ...(last_name !== undefined && { last_name }),
    ...phoneChange(person, body.phone_number),
    ...(weekly_hours_limit !== undefined && { weekly_limit_minutes: weekly_hours_limit * 60 }),
    ...limitsOf({ daily_hours_limit, rest_hours_min }),
  };
}

function stale({ version }: PersonRow): Refusal {
  const sentence = 'Someone changed this person meanwhile. Read it again, then change it.';
  return new Refusal(412, 'version_stale', sentence, { version });
}
