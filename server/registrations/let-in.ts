import { permissionsOf } from '../../contract/identity/permissions.ts';
import {
  changePerson,
  createPerson,
  endInvitation,
  getPerson,
  goodFor,
  issueOneTimeToken,
  lockPerson,
  mayAdd,
  type PersonRow,
  selectInvitations,
  splitName,
} from '../identity/module.ts';
import { found, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { whyNotAccept } from './registration.ts';
import { recordRegistration } from './registration-event.ts';
import { tellAccepted } from './registration-letters.ts';
import { getRegistration, type RegistrationRow } from './registration-row.ts';
import { updateRegistration } from './registration-store.ts';

/**
 * Accepts a sign-up that is locked: whoever it belongs to is in the directory from now on, as a member
 * if they were not, and is told; who has no password yet is told how to choose one.
 */
export async function accept(tx: ActorTx, row: RegistrationRow): Promise<RegistrationRow> {
  refuseIf(whyNotAccept(row));
  found(await lockPerson(tx, row.person_id));
  const person = found(await getPerson(tx, row.person_id));
  refuseIf(whyNotAccept({ ...row, standing: person.standing, active: person.active }));
  const token =
    person.standing === 'in' ? await welcome(tx, person, row) : await letIn(tx, person, row);
  await updateRegistration(tx, row, {
    ...{ state: 'accepted', reason: '' },
    ...{ decided_by: tx.by.personId, decided_at: tx.now.toString() },
  });
  const accepted = found(await getRegistration(tx, row.id));
  const entry = await recordRegistration(tx, 'registration.accepted', accepted, { was: row.state });
  await tellAccepted(tx, entry, accepted, token);
  return accepted;
}

// Who is in already gets no new rights by it; a number where they had none is how they are reminded.
async function welcome(tx: ActorTx, person: PersonRow, row: RegistrationRow): Promise<null> {
  if (person.phone_number === null) {
    await changePerson(tx, person.id, { phone_number: row.phone, phone_verified_at: null });
  }
  return null;
}

/** Puts whoever waits, or is known by the e-mail alone, into the directory. Returns the token for their password. */
async function letIn(
  tx: ActorTx,
  waiting: PersonRow,
  row: RegistrationRow,
): Promise<string | null> {
  const isInvited = waiting.standing === 'invited';
  const role = isInvited ? waiting.role : 'member';
  refuseIf(mayAdd(tx.by, permissionsOf(role, waiting.own_permissions), true));
  if (isInvited) await endInvitations(tx, waiting.id);
  const { account } = await createPerson(tx, {
    ...{ id: waiting.id, email: waiting.email, role, phoneNumber: row.phone },
    ...splitName({ full_name: row.full_name }),
  });
  if (account.password_hash !== null) return null;
  return issueOneTimeToken(tx, account.id, 'reset-password', goodFor.invitation);
}

// The letter of acceptance takes the place of the one that invited them.
async function endInvitations(tx: ActorTx, personId: string): Promise<void> {
  const open = await selectInvitations(tx).where('i.person_id', '=', personId).execute();
  for (const { id } of open) await endInvitation(tx, id, 'replaced');
}
