import { endSessionsOf as route } from '../../contract/routes.ts';
import { endAndRecord, getPerson, permissionsToGive, whyAboveOwn } from '../identity/module.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';

/** An admin ends all sessions of a person in this organisation: a lost telephone. */
export const endSessionsOf = action(route, async (tx, { params }) => {
  const person = found(await getPerson(tx, params.id));
  refuseIf(whyAboveOwn(tx.by, await permissionsToGive(tx, person.role)));
  const ended = await endAndRecord(tx, { person_id: person.id }, 'ended by an admin');
  return { message: `${person.full_name} is logged out everywhere.`, sessions_ended: ended };
});
