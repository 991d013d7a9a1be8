import { getPerson, lockPerson } from '../identity/module.ts';
import { found, invalid, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { whyShutOut } from './registration.ts';
import { recordRegistration } from './registration-event.ts';
import { getRegistration, type RegistrationRow } from './registration-row.ts';
import { updateRegistration } from './registration-store.ts';

/** Gives a sign-up that is locked to someone of the directory, who must be in; nothing when it is theirs. */
export async function linkTo(
  tx: ActorTx,
  row: RegistrationRow,
  personId: string,
): Promise<RegistrationRow> {
  if (row.person_id === personId) return row;
  await lockPerson(tx, personId);
  const person = found(await getPerson(tx, personId));
  if (person.standing !== 'in') throw invalid({ person: ['They are not in the directory yet.'] });
  refuseIf(whyShutOut({ ...person, person_name: person.full_name }));
  await updateRegistration(tx, row, { person_id: personId });
  const linked = found(await getRegistration(tx, row.id));
  const changes = { person: [row.person_id, personId] };
  await recordRegistration(tx, 'registration.updated', linked, { changes });
  return linked;
}
