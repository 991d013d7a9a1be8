import { deactivatePerson as route } from '../../contract/routes.ts';
import { endSessions, updateMembership } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { refuseIf } from '../platform/problem.ts';
import { lockPersonRow, personOf } from './lock-person-row.ts';
import { whyNotDeactivate } from './person-rules.ts';
import { presentDetails } from './present-details.ts';

/**
 * Shuts someone out: the log-in cache of every node forgets them and their sockets close with the
 * journal entry. 409 `last_owner`. Shifts stay as they are: an admin gives them to others.
 */
export const deactivatePerson = action(route, async (tx, { params }) => {
  const person = await lockPersonRow(tx, params.id);
  refuseIf(whyNotDeactivate(tx.by, person));
  await updateMembership(tx, person.id, { active: false });
  const ended = await endSessions(tx, { person_id: person.id }, 'deactivated');
  await record(tx, 'person.deactivated', person.id, {
    ...{ full_name: person.full_name, sessions_ended: ended.length },
  });
  return presentDetails(await personOf(tx, person.id), tx.by);
});
